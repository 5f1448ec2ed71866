package lingnan.hub.messagelog;

/**
 * The head of a lane as its holder knows it.
 *
 * @param epoch the fence: a writer whose epoch is not the row's has lost the lane
 * @param position of the newest entry, 0 if there is none
 * @param head the chain value at that position
 * @param appendedAt microseconds; the next entry is never earlier
 */
record LaneState(String lane, long epoch, long position, byte[] head, long appendedAt) {}
