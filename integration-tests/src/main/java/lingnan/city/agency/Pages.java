package lingnan.city.agency;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What comes instead of SOAP when it is not SOAP that comes. */
final class Pages {

    private static final String LOGIN = """
            <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
            <html><head><meta http-equiv="Content-Type" content="text/html; charset=GBK"><title>统一登录</title></head>
            <body><form action="login.do" method="post">用户名 <input name="user"><br>密　码
            <input name="password" type="password"><br><input type="submit" value="登录"></form></body></html>
            """;

    private Pages() {}

    static Stack.Answer instead(Mode mode) {
        return mode == Mode.HTML
                ? new Stack.Answer(200, "text/html;charset=UTF-8", LOGIN.getBytes(UTF_8))
                : new Stack.Answer(200, "", new byte[0]);
    }
}
