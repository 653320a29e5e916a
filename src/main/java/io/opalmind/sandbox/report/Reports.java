package io.opalmind.sandbox.report;

import org.jspecify.annotations.Nullable;

/** The reports that a sandbox computes, by Matomo's method. */
public final class Reports {
    private Reports() {}

    /** The report of a method such as {@code Actions.getPageUrls}; null where it is not covered. */
    public static @Nullable Report find(String method) {
        return switch (method) {
            case "VisitsSummary.get" -> new VisitsSummary();
            case "Actions.get" -> new ActionTotals();
            case "Actions.getPageUrls" -> Pages.all();
            case "Actions.getEntryPageUrls" -> Pages.entries();
            case "Actions.getExitPageUrls" -> Pages.exits();
            case "DevicesDetection.getType" -> new DeviceTypes();
            case "Events.getAction" -> Events.actions();
            case "Events.getCategory" -> Events.categories();
            case "Goals.get" -> new Goals();
            case "Referrers.getReferrerType" -> Referrers.types();
            case "Referrers.getCampaigns" -> Referrers.campaigns();
            case "Referrers.getWebsites" -> Referrers.websites();
            default -> null;
        };
    }
}
