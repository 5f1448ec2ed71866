package lingnan.hub.kernel;

import java.util.Locale;

/**
 * Every code that a caller can meet, with the sentences that say what to do. Names follow X-Road where it has one. The
 * wire form is the lower-case name, such as {@code access_denied}.
 */
public enum FaultCode {
    INVALID_XML(
            Side.CALLER,
            "报文不是合法的 XML，请按说明更正后重发。",
            "The message is not well-formed XML. Correct it as described and send it again."),
    INVALID_SOAP(
            Side.CALLER,
            "报文不是合法的 SOAP 信封，请检查信封和正文。",
            "The message is not a valid SOAP envelope. Check the envelope and its body."),
    INVALID_CHARSET(
            Side.CALLER,
            "字符集不受支持或与内容不符，请使用 UTF-8、UTF-16、GBK 或 GB18030。",
            "The character set is not supported or does not fit the content. Use UTF-8, UTF-16, GBK or GB18030."),
    INVALID_BODY(
            Side.CALLER,
            "正文不符合该主题的结构定义，请对照 WSDL 更正。",
            "The body does not fit the subject's schema. Correct it against the WSDL."),
    INVALID_HEADER_FIELD(Side.CALLER, "报文头字段的值不合法，请更正。", "A header field has an invalid value. Correct it."),
    MISSING_HEADER_FIELD(Side.CALLER, "缺少必需的报文头字段，请补上。", "A required header field is missing. Add it."),
    INCONSISTENT_HEADERS(
            Side.CALLER, "报文头与调用方身份或服务不一致，请更正。", "A header contradicts the caller or the service. Correct it."),
    UNSUPPORTED_CONTENT_TYPE(
            Side.CALLER,
            "不支持该 Content-Type，请使用 text/xml 或 application/soap+xml。",
            "This Content-Type is not supported. Use text/xml or application/soap+xml."),
    UNSUPPORTED_METHOD(
            Side.CALLER, "请用 POST 发送 SOAP 报文，或用 GET 取得 WSDL。", "Send SOAP messages by POST, or fetch the WSDL by GET."),
    MESSAGE_TOO_LARGE(
            Side.CALLER,
            "报文超过大小限制，请缩小或分批发送。",
            "The message exceeds the size limit. Make it smaller or send it in parts."),
    REQUEST_TIMEOUT(Side.CALLER, "报文发送过慢，连接已关闭，请重发。", "The message arrived too slowly and was dropped. Send it again."),
    UNAUTHENTICATED(
            Side.CALLER,
            "无法确认调用方身份，请检查用户名和密码。",
            "The caller could not be identified. Check the user name and password."),
    ACCESS_DENIED(
            Side.CALLER, "没有有效的授权，请先向提供部门申请。", "There is no valid grant. Ask the providing agency for one first."),
    MISSING_PURPOSE(
            Side.CALLER,
            "查询必须说明用途，请填写报文头 purpose。",
            "A query must name its purpose. Fill in the header field purpose."),
    MISSING_CASE(
            Side.CALLER,
            "查询个人信息必须注明办件编号，请填写报文头 caseNumber。",
            "A read about a person needs a case. Fill in the header field caseNumber."),
    UNKNOWN_SERVICE(Side.CALLER, "没有这个主题或服务，请查看目录。", "There is no such subject or service. Look in the catalogue."),
    UNKNOWN_OPERATION(Side.CALLER, "该服务没有这个操作，请对照 WSDL。", "The service has no such operation. Compare with its WSDL."),
    UNKNOWN_MESSAGE(Side.CALLER, "没有这个编号的报文，或它不属于调用方。", "There is no message with this id, or it is not the caller's."),
    ERASED(
            Side.CALLER,
            "该报文的内容已依法删除，如仍需要请重新查询。",
            "What this message held was lawfully erased. Ask anew if it is still needed."),
    DUPLICATE_MISMATCH(Side.CALLER, "同一编号已用于另一份内容，请换用新的编号。", "The same id was used for another content. Use a new id."),
    NOT_ANSWERED_YET(Side.CALLER, "结果尚未返回，请稍后再取。", "There is no answer yet. Collect it later."),
    TOO_MANY_RECORDS(
            Side.CALLER, "符合条件的记录超过 100 条，请增加查询条件后重试。", "More than 100 records fit the query. Ask again by more keys."),
    STATE_NOT_LOADED(
            Side.HUB,
            "该主题由平台存放的数据答复，但数据尚未装入，请联系提供部门或运维。",
            "This subject is answered from a state at the hub, and none has been loaded. Contact the provider or operations."),
    GRANT_INVALID(Side.CALLER, "这样的授权不能成立，请按说明更正。", "There can be no such grant. Correct it as described."),
    GRANT_UNKNOWN(
            Side.CALLER,
            "没有这个编号的申请或授权，或与调用方无关，请查看列表。",
            "There is no request or grant with this id, or it does not concern the caller. Look in the list."),
    GRANT_NOT_YOURS(
            Side.CALLER,
            "只有申请部门可以申请或撤回，只有提供部门可以答复或收回。",
            "Only the asking agency may request and withdraw, only the providing one may answer and revoke."),
    GRANT_SETTLED(Side.CALLER, "该申请或授权已经办结，请查看其当前状态。", "This request or grant has been settled. Look at its state."),
    OBJECTION_INVALID(Side.CALLER, "这样的异议不能受理，请按说明更正。", "Such an objection cannot be taken. Correct it as described."),
    OBJECTION_UNKNOWN(
            Side.CALLER,
            "没有这个编号的异议或通知，或与调用方无关，请查看列表。",
            "There is no objection or notice with this id, or it does not concern the caller. Look in the list."),
    OBJECTION_NOT_YOURS(
            Side.CALLER,
            "只有提出部门可以补充，只有提供部门可以答复。",
            "Only the objecting agency may add to it, only the providing one may answer."),
    OBJECTION_SETTLED(
            Side.CALLER, "该异议当前不能这样办理，请查看其状态。", "The objection does not wait for this now. Look at its state."),
    PROVIDER_FAULT(
            Side.HUB, "提供部门的系统返回错误，请按其说明处理。", "The provider's system answered with a fault. Act on what it says."),
    PROVIDER_UNREACHABLE(Side.HUB, "无法连接提供部门的系统，请稍后重试。", "The provider's system cannot be reached. Try again later."),
    PROVIDER_TIMEOUT(
            Side.HUB,
            "提供部门未在时限内答复，结果未知，请稍后查询。",
            "The provider did not answer in time; whether it acted is unknown. Ask again later."),
    PROVIDER_BUSY(Side.HUB, "提供部门的并发已满，请稍后重试。", "Too many calls to this provider are under way. Try again shortly."),
    PROVIDER_SUSPENDED(
            Side.HUB,
            "提供部门连续出错，已暂停调用，请稍后重试。",
            "The provider failed repeatedly and is not called for now. Try again later."),
    PROVIDER_NOT_SOAP(
            Side.HUB,
            "提供部门返回的不是 SOAP 报文（如网页），已通知运维。",
            "The provider answered with something other than SOAP, such as a web page. Operations have been told."),
    PROVIDER_EMPTY(Side.HUB, "提供部门返回空报文，请稍后重试。", "The provider answered with nothing. Try again later."),
    PROVIDER_INVALID_ANSWER(
            Side.HUB,
            "提供部门的答复不符合约定的结构，已通知运维。",
            "The provider's answer does not fit the agreed schema. Operations have been told."),
    LOG_UNAVAILABLE(
            Side.HUB,
            "日志暂时无法写入，本次调用未被受理，请稍后重试。",
            "The message log cannot be written, so this call was not accepted. Try again later."),
    IN_DOUBT(
            Side.HUB,
            "提供部门可能已处理，但结果无法确认，请凭报文编号查询。",
            "The provider may have acted but the result is not certain. Ask with the message id."),
    HUB_BUSY(Side.HUB, "平台繁忙，请稍后重试。", "The hub is busy. Try again shortly."),
    INTERNAL_ERROR(
            Side.HUB,
            "平台内部错误，已记录，请凭报文编号联系运维。",
            "The hub failed internally and has recorded it. Contact operations with the message id.");

    /** Who has to act: the caller (SOAP {@code Client}/{@code Sender}) or the hub's side ({@code Server}/{@code Receiver}). */
    public enum Side {
        CALLER,
        HUB
    }

    private final Side side;
    private final Label sentence;

    FaultCode(Side side, String zh, String en) {
        this.side = side;
        this.sentence = new Label(zh, en);
    }

    public Side side() {
        return side;
    }

    public Label sentence() {
        return sentence;
    }

    /**
     * Whether a detail under this code may repeat what a caller or a provider wrote, and with it somebody's data. Such a
     * detail belongs where erasure reaches; the others are the hub's own words.
     */
    public boolean quotes() {
        return switch (this) {
            case INVALID_XML,
                    INVALID_SOAP,
                    INVALID_CHARSET,
                    INVALID_BODY,
                    INVALID_HEADER_FIELD,
                    INCONSISTENT_HEADERS,
                    UNKNOWN_SERVICE,
                    UNKNOWN_OPERATION,
                    UNKNOWN_MESSAGE,
                    GRANT_INVALID,
                    GRANT_UNKNOWN,
                    OBJECTION_INVALID,
                    OBJECTION_UNKNOWN,
                    PROVIDER_FAULT,
                    PROVIDER_NOT_SOAP,
                    PROVIDER_EMPTY,
                    PROVIDER_INVALID_ANSWER,
                    INTERNAL_ERROR -> true;
            case MISSING_HEADER_FIELD,
                    UNSUPPORTED_CONTENT_TYPE,
                    UNSUPPORTED_METHOD,
                    MESSAGE_TOO_LARGE,
                    REQUEST_TIMEOUT,
                    UNAUTHENTICATED,
                    ACCESS_DENIED,
                    MISSING_PURPOSE,
                    MISSING_CASE,
                    ERASED,
                    DUPLICATE_MISMATCH,
                    NOT_ANSWERED_YET,
                    TOO_MANY_RECORDS,
                    STATE_NOT_LOADED,
                    GRANT_NOT_YOURS,
                    GRANT_SETTLED,
                    OBJECTION_NOT_YOURS,
                    OBJECTION_SETTLED,
                    PROVIDER_UNREACHABLE,
                    PROVIDER_TIMEOUT,
                    PROVIDER_BUSY,
                    PROVIDER_SUSPENDED,
                    LOG_UNAVAILABLE,
                    IN_DOUBT,
                    HUB_BUSY -> false;
        };
    }

    /** The code of this wire name; INTERNAL_ERROR for one that this version does not know. */
    public static FaultCode ofWireName(String name) {
        for (FaultCode code : values()) {
            if (code.wireName().equals(name)) {
                return code;
            }
        }
        return INTERNAL_ERROR;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
