package org.sitewright.text;

/// Escaping for HTML. One method serves both element text and attributes in double quotes.
public final class Html {
    private Html() {}

    /// The text with the five characters that mean something in HTML replaced, and with the control characters
    /// that HTML forbids left out.
    public static String escape(String text) {
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, plain);
        for (int i = plain; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (isAllowed(c)) {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    /// The text with only the characters left out that HTML forbids: controls and noncharacters.
    public static String withoutForbidden(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isAllowed(text.charAt(i))) {
                return text.chars()
                        .filter(Html::isAllowed)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    private static boolean isPlain(char c) {
        return c != '&' && c != '<' && c != '>' && c != '"' && c != '\'' && isAllowed(c);
    }

    private static boolean isAllowed(int c) {
        return c >= ' ' ? c < 0x7f || (c > 0x9f && c < 0xfffe) : c == '\n' || c == '\t';
    }
}
