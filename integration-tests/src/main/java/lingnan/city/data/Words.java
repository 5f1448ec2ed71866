package lingnan.city.data;

import java.util.SplittableRandom;

/** The words of which names and addresses are made. */
final class Words {

    private static final String[] SURNAMES = ("陈 李 黄 张 梁 林 王 吴 刘 何 罗 杨 郭 邓 冯 曾 谢 周 谭 叶 麦 冼 区 邝 欧阳 司徒 上官").split(" ");
    private static final String[] WOMEN = ("慧 敏 丽 婷 娟 芳 燕 玲 静 洁 欣 怡 雯 颖 倩 蓉").split(" ");
    private static final String[] MEN = ("伟 强 杰 辉 斌 勇 俊 锋 涛 健 峰 宇 志 文 国 明").split(" ");
    /** Outside GBK, in extension A, and beyond the BMP: each has kept a citizen from being served. */
    private static final String[] RARE = {"㑇", "䶮", "𠮷", "𤦌", "堃", "犇"};

    private static final String[] ETHNIC = {"阿依木", "努尔兰", "热娜", "艾山", "古丽娜", "卡德尔"};
    private static final String[] BRANDS = "荔湾 珠水 云山 穗丰 木棉 南粤 羊城 五仙 越秀 天河 鹅潭 白鹅 恒昌 永泰 瑞丰 嘉禾 金穗 鸿图 宏业 广源".split(" ");
    private static final String[] TRADES = "建设工程 房地产开发 贸易 商贸 物流 电子科技 食品 服装 汽车配件 餐饮管理 装饰设计 机械制造 印刷 化工 医疗器械".split(" ");
    private static final String[] STREETS = "桂香街 云树街 榕荫街 木棉街 荔红街 珠泉街 松涛街 兰圃街".split(" ");
    private static final String[] ROADS = "示范路 样板大道 榕树里 木棉巷 石板街 荔枝湾东路 云麓路 珠泉路".split(" ");

    private final SplittableRandom random;

    Words(SplittableRandom random) {
        this.random = random;
    }

    String pick(String... from) {
        return from[random.nextInt(from.length)];
    }

    String person(boolean isWoman) {
        int kind = random.nextInt(100);
        if (kind == 0) {
            return pick(ETHNIC) + "·" + pick(ETHNIC);
        }
        String[] given = isWoman ? WOMEN : MEN;
        String last = kind <= 2 ? pick(RARE) : pick(given);
        return pick(SURNAMES) + (random.nextInt(4) == 0 ? "" : pick(given)) + last;
    }

    /** A name with the serial in it, because no register holds two enterprises of one name. */
    String enterprise(String industry, int serial) {
        String brand = random.nextInt(100) == 0 ? pick(RARE) + pick(BRANDS) : pick(BRANDS) + pick("", "新", "大", "华");
        String city = random.nextInt(5) == 0 ? brand + "（广州）" : "广州" + pick("", "市") + brand;
        return city + chinese(serial) + "号" + industry + pick("有限公司", "有限责任公司", "股份有限公司", "厂");
    }

    String trade() {
        return pick(TRADES);
    }

    Place place() {
        String street = pick(STREETS);
        String road = pick(ROADS) + (1 + random.nextInt(480)) + "号";
        String room =
                random.nextInt(3) == 0 ? "" : (1 + random.nextInt(32)) + Codes.digits(1 + random.nextInt(8), 2) + "房";
        return new Place(street, "广州市" + Place.DIVISION_NAME + street + road + room);
    }

    static String chinese(int number) {
        StringBuilder numerals = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> numerals.append("〇一二三四五六七八九".charAt(digit - '0')));
        return numerals.toString();
    }
}
