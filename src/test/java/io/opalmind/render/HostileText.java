package io.opalmind.render;

import java.util.Random;

/** Texts as visitors with bad intentions type them; the same ones in every run. */
final class HostileText {
    private static final String[] PIECES = {
        "\u001b[31m",
        "\u001b]0;x\u0007",
        "\u202e",
        "\u2066",
        "\u200b",
        "\u2028",
        "\ud83d",
        "\ude00",
        "😀",
        "漢字",
        "e\u0301",
        "\"",
        "\"\"",
        ",",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "|",
        "\\",
        "`",
        "<b>",
        "&",
        "\0",
        "\u007f",
        "\u009b",
        "\ufeff",
        "#",
        " ",
        "=1+1",
        "label",
        "é",
        "\uDB40\uDC41",
        "'",
        "\\n",
        "*_~[]"
    };

    private final Random random;

    HostileText(long seed) {
        random = new Random(seed);
    }

    String next() {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** The same with U+FFFD for halves of surrogate pairs, as nothing else can stand for them in UTF-8. */
    static String inUtf8(String text) {
        StringBuilder valid = new StringBuilder();
        text.codePoints().forEach(c -> valid.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
        return valid.toString();
    }
}
