package io.opalmind.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTextTest {
    @Test
    void control_characters_become_visible() {
        assertEquals("\\x1b[31mred\\x07", TerminalText.harmless("\u001b[31mred\u0007"));
        assertEquals("a\\nb\\rc\\td", TerminalText.harmless("a\nb\rc\td"));
        assertEquals("\\x00\\x7f\\x80\\x9b", TerminalText.harmless("\0\u007f\u0080\u009b"));
        assertEquals("half \\ud83d", TerminalText.harmless("half \ud83d"));
        assertEquals("\\ude00\\ud83d", TerminalText.harmless("\ude00\ud83d"));
        assertEquals("\\u{e0041}", TerminalText.harmless("\uDB40\uDC41"));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F, 0x061C, 0x200B,
                0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0x180E, 0x2028, 0x2029, 0xE0001, 0x1D173
            })
    void what_reorders_or_hides_text_is_harmful(int codePoint) {
        assertTrue(TerminalText.isHarmful(codePoint));
        String escape = TerminalText.harmless(Character.toString(codePoint));
        assertTrue(escape.startsWith("\\") && escape.contains(Integer.toHexString(codePoint)), escape);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/blog/post-01", "ünïcode & söhne", "漢字 😀 e\u0301", "C:\\n", "\u00a0 ~"})
    void other_text_stays_the_very_same(String text) {
        assertSame(text, TerminalText.harmless(text));
    }

    @Test
    void no_code_point_at_all_gets_through_as_something_harmful() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String harmless = TerminalText.harmless("a" + Character.toString(codePoint) + "b");
            if (!harmless.codePoints().noneMatch(TerminalText::isHarmful)) {
                throw new AssertionError("U+" + Integer.toHexString(codePoint) + " gets through");
            }
        }
    }

    @Test
    void twice_is_the_same_as_once() {
        HostileText hostile = new HostileText(7);
        for (int i = 0; i < 5000; i++) {
            String once = TerminalText.harmless(hostile.next());
            assertSame(once, TerminalText.harmless(once));
        }
    }
}
