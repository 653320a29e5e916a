package io.opalmind.sandbox.visits;

import io.opalmind.sandbox.site.Site;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a hit says its visitor came from, looked at in Matomo's order: campaign, own site, search, social, website. */
final class ReferrerReading {
    static final Referrer DIRECT = new Referrer(Referrer.Type.DIRECT, "", "", "");

    private static final WebAddress NOWHERE = new WebAddress("", "", "", "", "");

    private ReferrerReading() {}

    /** @param going the visit that the hit would join; null where it begins one */
    static Referrer of(Hit hit, Site site, @Nullable Referrer going) {
        String sent = Texts.lineOrEmpty(hit.get("urlref"));
        WebAddress from = orNowhere(WebAddress.parse(sent));
        WebAddress page = orNowhere(WebAddress.parse(Texts.lineOrNull(hit.get("url"))));
        if (isToBeIgnored(page)) {
            return DIRECT;
        }
        String url = from.host().isEmpty() ? "" : sent;
        Campaigns.Found campaign = Campaigns.find(hit, page);
        if (!campaign.name().isEmpty()) {
            String name = Texts.line(campaign.name()).toLowerCase(Locale.ROOT);
            return new Referrer(Referrer.Type.CAMPAIGN, name, keyword(campaign, name, from, going), url);
        }
        return isOwn(from.host(), page, site) ? DIRECT : elsewhere(from, url);
    }

    private static WebAddress orNowhere(@Nullable WebAddress address) {
        return address == null ? NOWHERE : address;
    }

    private static boolean isToBeIgnored(WebAddress page) {
        QueryPart query = QueryPart.of(page.query());
        return query.value("ignore_referrer").equals("1")
                || query.value("ignore_referer").equals("1");
    }

    /** A campaign without a keyword takes that of the search engine, or the host, that its visitor came from. */
    private static String keyword(Campaigns.Found campaign, String name, WebAddress from, @Nullable Referrer going) {
        if (!campaign.keyword().isEmpty()) {
            return Texts.line(campaign.keyword()).toLowerCase(Locale.ROOT);
        }
        SearchEngines.Found search = SearchEngines.find(from);
        if (search != null && !search.keyword().isEmpty()) {
            return search.keyword();
        }
        boolean same = going != null
                && going.type() == Referrer.Type.CAMPAIGN
                && going.name().equals(name);
        return going != null && same ? going.keyword() : from.host();
    }

    private static boolean isOwn(String host, WebAddress page, Site site) {
        WebAddress own = orNowhere(WebAddress.parse(site.url()));
        return host.isEmpty() || host.equals(page.host()) || withoutWww(host).equals(withoutWww(own.host()));
    }

    private static String withoutWww(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static Referrer elsewhere(WebAddress from, String url) {
        SearchEngines.Found search = SearchEngines.find(from);
        if (search != null) {
            return new Referrer(Referrer.Type.SEARCH, search.engine(), search.keyword(), url);
        }
        String network = SocialNetworks.find(from.host());
        return network == null
                ? new Referrer(Referrer.Type.WEBSITE, from.host(), "", url)
                : new Referrer(Referrer.Type.SOCIAL, network, "", url);
    }

    /** Whether a hit begins a new visit because it came by another campaign than the visit it would join. */
    static boolean isOtherCampaign(Referrer now, Referrer going) {
        return now.type() == Referrer.Type.CAMPAIGN
                && going.type() != Referrer.Type.DIRECT
                && !(going.type() == now.type()
                        && going.name().equals(now.name())
                        && going.keyword().equals(now.keyword()));
    }
}
