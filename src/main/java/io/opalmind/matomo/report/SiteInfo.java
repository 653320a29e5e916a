package io.opalmind.matomo.report;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.http.ApiCall;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What reports need to know of a site.
 *
 * @param currency three letters, or null where it is not known
 * @param ecommerce whether the site has a shop
 */
public record SiteInfo(@Nullable String currency, boolean ecommerce) {
    /** A site that could not be asked about. */
    public static final SiteInfo UNKNOWN = new SiteInfo(null, false);

    /** Whether Matomo told: every site has a currency. */
    public boolean isKnown() {
        return currency != null;
    }

    public static ApiCall call(long siteId) {
        return new ApiCall("SitesManager.getSiteFromId").with("idSite", siteId);
    }

    /** Reads Matomo's answer, or a record written by {@link #toRow}. */
    public static SiteInfo of(Value answer) {
        Value first = answer instanceof Value.Items items && !items.values().isEmpty()
                ? items.values().get(0)
                : answer;
        if (!(first instanceof Row site)) {
            return UNKNOWN;
        }
        String currency =
                site.get("currency") instanceof Value.Text text && !text.text().isBlank()
                        ? text.text().strip().toUpperCase(Locale.ROOT)
                        : null;
        Value shop = site.get("ecommerce");
        boolean ecommerce = shop != null && Coercion.number(shop) instanceof Value.Num number && number.asDouble() != 0;
        return new SiteInfo(currency, ecommerce);
    }

    public Row toRow() {
        Row row = new Row(2);
        if (currency != null) {
            row.put("currency", currency);
        }
        return row.put("ecommerce", ecommerce ? 1 : 0);
    }
}
