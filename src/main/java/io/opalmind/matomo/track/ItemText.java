package io.opalmind.matomo.track;

/** Reads {@code sku=A1,name="Hat, red",category=Hats|Red,price=19.7,quantity=3}. */
final class ItemText {
    private final String text;
    private int at;

    private ItemText(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException says what is wrong */
    static EcommerceItem read(String typed) {
        ItemText reader = new ItemText(typed);
        EcommerceItem item = new EcommerceItem();
        do {
            reader.field(item);
        } while (reader.skips(','));
        return item;
    }

    private void field(EcommerceItem item) {
        int start = at;
        while (at < text.length() && text.charAt(at) != '=' && text.charAt(at) != ',') {
            at++;
        }
        String name = text.substring(start, at).strip();
        if (!skips('=')) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no FIELD=VALUE; a comma within a value stands in double"
                            + " quotes or behind a backslash, and decimals have a dot");
        }
        boolean category = name.equals("category");
        do {
            item.set(name, value(category));
        } while (category && skips('|'));
    }

    private String value(boolean category) {
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && at + 1 < text.length()) {
                value.append(text.charAt(++at));
            } else if (!quoted && (c == ',' || (category && c == '|'))) {
                break;
            } else {
                value.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a double quote is not closed");
        }
        return value.toString();
    }

    private boolean skips(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }
}
