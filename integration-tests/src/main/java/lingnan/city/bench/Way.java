package lingnan.city.bench;

/**
 * One way from the caller to the provider, and the processes on it whose cost counts.
 *
 * @param name for machines, such as {@code whole-flow}
 * @param label for people
 * @param middle what stands between caller and provider
 * @param database behind the middle
 */
record Way(String name, String label, Target target, Check check, Cpu middle, Cpu database) {}
