package io.opalmind.sandbox.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevicesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Desktop | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36 Edg/126.0
            Desktop | Mozilla/5.0 (compatible; MSIE 9.0; Windows NT 6.1; Trident/5.0; Tablet PC 2.0)
            Desktop | Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15
            Desktop | Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36
            Smartphone | Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1
            Smartphone | Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36
            Smartphone | Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0
            Smartphone | Mozilla/5.0 (Linux; Android 9; CUBOT NOTE) AppleWebKit/537.36 Chrome/99.0 Mobile Safari/537.36
            Tablet | Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1
            Tablet | Mozilla/5.0 (Linux; Android 13; SM-X700) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36
            Tv | Mozilla/5.0 (Linux; Android 11; BRAVIA 4K) AppleWebKit/537.36 Chrome/112.0 Safari/537.36
            Console | Mozilla/5.0 (PlayStation 5 3.03) AppleWebKit/605.1.15
            Portable media player | Mozilla/5.0 (iPod touch; CPU iPhone OS 12_0 like Mac OS X) Mobile/15A Safari/604.1
            Unknown | curl/8.5.0
            Unknown | ''
            """)
    void device_is(String type, String agent) {
        assertEquals(type, Devices.type(agent));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true | Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)
            true | Mozilla/5.0 (compatible; bingbot/2.0)
            true | facebookexternalhit/1.1
            true | My Crawler 1.0
            true | Baiduspider
            false | Mozilla/5.0 (Linux; Android 9; CUBOT NOTE) Chrome/99.0 Mobile Safari/537.36
            false | Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0
            false | curl/8.5.0
            false | ''
            """)
    void bot_or_not(boolean bot, String agent) {
        assertEquals(bot, Devices.isBot(agent));
    }
}
