package lingnan.city.story;

import static lingnan.city.story.Scene.Expectation.answer;
import static lingnan.city.story.Scene.Expectation.fault;
import static lingnan.city.story.Scene.Expectation.held;

import java.util.List;
import lingnan.city.Question;
import lingnan.city.data.HeldRecords;
import lingnan.city.data.WellKnown;

/** The scenes of the story {@code interaction}: all four dialects, synchronous and asynchronous, and what is refused. */
final class InteractionScenes {

    private static final String AIC = "GZ/GOV/AIC/ENT";
    private static final String LTAX = "GZ/GOV/LTAX/TAX";
    private static final String LRH = "GZ/GOV/LRH/TITLE";
    private static final String PLAN = "GZ/GOV/PLAN/PERMIT";
    private static final String QTS = "GZ/GOV/QTS/ORG";

    private InteractionScenes() {}

    /** While every agency's system is up. */
    static List<Scene> answered() {
        return List.of(
                new Scene(
                        "地税局核对一家企业的工商登记。",
                        "Local Tax checks an enterprise in the register of Industry & Commerce.",
                        LTAX,
                        enterprise().purpose("TAX-COMPARE"),
                        answer("name", WellKnown.ENTERPRISE_NAME)),
                new Scene(
                        "工商局在变更登记前查看纳税状态。",
                        "Industry & Commerce looks at the tax status before changing a registration.",
                        AIC,
                        taxStatus().purpose("REGISTRATION"),
                        answer("taxpayerNumber", WellKnown.TAXPAYER_NUMBER)),
                new Scene(
                        "国土房管局为产权登记核对一位市民的姓名，只得到姓名和户籍地址。",
                        "Land & Housing verifies a citizen for a title: it receives the name and the address, nothing else.",
                        LRH,
                        citizen(WellKnown.CITIZEN_ID)
                                .purpose("TITLE-REGISTRATION")
                                .caseNumber("CQ2009-0001"),
                        answer("name", WellKnown.CITIZEN_NAME)),
                new Scene(
                        "地税局查看一个项目的规划许可，建设单位的名字里有生僻字。",
                        "Local Tax reads a planning permit; the builder's name has a rare character.",
                        LTAX,
                        permit().purpose("PROJECT-TAX"),
                        answer("builder", WellKnown.RARE_NAME)),
                new Scene(
                        "先税后证：契税已缴，可以登记产权。",
                        "Tax before certificate: the deed tax is paid, the title may be registered.",
                        LRH,
                        deed(WellKnown.PAID_CONTRACT).purpose("TITLE-GATE").caseNumber("CQ2009-0001"),
                        answer("result", "PAID")),
                new Scene(
                        "先税后证：契税未缴，产权登记被挡住。",
                        "Tax before certificate: the deed tax is not paid, so the title has to wait.",
                        LRH,
                        deed(WellKnown.UNPAID_CONTRACT).purpose("TITLE-GATE").caseNumber("CQ2009-0002"),
                        answer("result", "UNPAID")),
                new Scene(
                        "工商局核对组织机构代码。",
                        "Industry & Commerce checks an organisation code.",
                        AIC,
                        organisation().purpose("REGISTRATION"),
                        answer("name", WellKnown.ENTERPRISE_NAME)),
                new Scene(
                        "规划局审批前核对建设单位的执照，企业不用再带复印件。",
                        "Planning checks the builder's licence itself; the builder brings no copy.",
                        PLAN,
                        enterprise().purpose("PERMIT-REVIEW"),
                        answer("name", WellKnown.ENTERPRISE_NAME)));
    }

    static List<Scene> refused() {
        return List.of(
                new Scene(
                        "质监局想查人口信息，但没有授权。",
                        "Quality Supervision asks about a citizen without a grant.",
                        QTS,
                        citizen(WellKnown.CITIZEN_ID).purpose("CURIOSITY").caseNumber("X-1"),
                        fault("access_denied")),
                new Scene(
                        "地税局没有说明用途。",
                        "Local Tax does not say what it needs the answer for.",
                        LTAX,
                        enterprise(),
                        fault("missing_purpose")),
                new Scene(
                        "地税局的报文不符合约定的结构。",
                        "Local Tax sends a message that does not fit the agreed form.",
                        LTAX,
                        Question.about("AIC-ENT-REG", "registrationNumber", "4".repeat(200))
                                .purpose("TAX-COMPARE"),
                        fault("invalid_body")));
    }

    /** Once the states of the subjects that the hub holds are loaded. */
    static List<Scene> fromState() {
        return List.of(new Scene(
                "国土房管局供地前查投资项目：发改委无须在线，平台用存放的数据答复，并注明截至时间。",
                "Land & Housing looks up an investment project: the hub answers from the state it holds, and says of when.",
                LRH,
                Question.about("DRC-PROJECT", "projectNumber", WellKnown.PROJECT_NUMBER)
                        .purpose("LAND-SUPPLY"),
                held("builder", WellKnown.ENTERPRISE_NAME, HeldRecords.AS_OF)));
    }

    /** With a receipt first and the answer later. */
    static List<Scene> asynchronous() {
        return List.of(
                new Scene(
                        "工商局留下问题，凭回执稍后取走答复。",
                        "Industry & Commerce leaves a question, takes a receipt, and collects the answer later.",
                        AIC,
                        taxStatus().purpose("REGISTRATION").asynchronously(),
                        answer("taxpayerNumber", WellKnown.TAXPAYER_NUMBER)),
                new Scene(
                        "国土房管局留下问题，答复由平台送上门。",
                        "Land & Housing leaves a question; the hub brings it the answer.",
                        LRH,
                        permit().purpose("TITLE-REGISTRATION").asynchronously(),
                        answer("builder", WellKnown.RARE_NAME)));
    }

    /** While the system of Quality Supervision is down. */
    static List<Scene> whileDown() {
        return List.of(
                new Scene(
                        "质监局的系统停机，地税局立即得到说明。",
                        "The system of Quality Supervision is down; Local Tax is told so at once.",
                        LTAX,
                        organisation().purpose("TAX-COMPARE"),
                        fault("provider_unreachable")),
                new Scene(
                        "同一问题改为留言：质监局恢复后，答复自动补上。",
                        "The same question left as asynchronous: it is answered when the system is back.",
                        LTAX,
                        organisation().purpose("TAX-COMPARE").asynchronously(),
                        answer("name", WellKnown.ENTERPRISE_NAME)));
    }

    private static Question enterprise() {
        return Question.about("AIC-ENT-REG", "registrationNumber", WellKnown.REGISTRATION_NUMBER);
    }

    private static Question taxStatus() {
        return Question.about("LTAX-STATUS", "registrationNumber", WellKnown.REGISTRATION_NUMBER);
    }

    private static Question citizen(String id) {
        return Question.about("PSB-POP-BASE", "citizenId", id);
    }

    private static Question permit() {
        return Question.about("PLAN-BUILD-PERMIT", "permitNumber", WellKnown.PERMIT_NUMBER);
    }

    private static Question deed(String contract) {
        return Question.about("LTAX-DEED-PAID", "contractNumber", contract);
    }

    private static Question organisation() {
        return Question.about("QTS-ORG-CODE", "organisationCode", WellKnown.ORGANISATION_CODE);
    }
}
