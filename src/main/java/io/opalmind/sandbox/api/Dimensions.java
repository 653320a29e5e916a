package io.opalmind.sandbox.api;

import io.opalmind.sandbox.visits.ActionKind;
import io.opalmind.sandbox.visits.Conversion;
import io.opalmind.sandbox.visits.Visit;
import io.opalmind.sandbox.visits.VisitEnds;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a segment can ask for: those that can be told exactly from a visit. */
final class Dimensions {
    /** Names that Matomo 5.0.2 knows beside the ones below. */
    private static final Set<String> NOT_COVERED =
            Set.of(("actionServerHour actionServerMinute actionType actionUrl browserCode browserEngine browserName"
                            + " browserVersion city contentInteraction contentName contentPiece contentTarget"
                            + " continentCode countryCode countryName daysSinceFirstVisit"
                            + " daysSinceLastEcommerceOrder daysSinceLastVisit deviceBrand deviceModel eventUrl"
                            + " eventValue fingerprint languageCode latitude longitude operatingSystemCode"
                            + " operatingSystemName operatingSystemVersion orderId productCategory productName"
                            + " productPrice productSku productViewCategory productViewName productViewPrice"
                            + " productViewSku profilable referrerUrl regionCode resolution revenueAbandonedCart"
                            + " revenueOrder secondsSinceFirstVisit secondsSinceLastEcommerceOrder"
                            + " secondsSinceLastVisit siteSearchCategory siteSearchCount"
                            + " visitConvertedGoalName visitEndServerDate visitEndServerDayOfMonth"
                            + " visitEndServerDayOfWeek visitEndServerDayOfYear visitEndServerMinute"
                            + " visitEndServerMonth visitEndServerQuarter visitEndServerSecond"
                            + " visitEndServerWeekOfYear visitEndServerYear visitIp visitLocalHour"
                            + " visitLocalMinute visitServerHour visitStartServerHour visitStartServerMinute")
                    .split(" "));

    private final Buyers buyers;

    Dimensions(Buyers buyers) {
        this.buyers = buyers;
    }

    /**
     * What a condition means.
     *
     * @throws Refusal where Matomo knows no such name or value, or the sandbox cannot tell
     */
    Condition condition(Written written) {
        Condition found = ofVisit(written);
        found = found == null ? ofNumber(written) : found;
        found = found == null ? ofAction(written) : found;
        if (found != null) {
            return found;
        }
        throw NOT_COVERED.contains(written.name())
                ? Errors.notCovered("the segment " + written.name())
                : Errors.segmentUnknown(written.name());
    }

    private @Nullable Condition ofVisit(Written written) {
        return switch (written.name()) {
            case "visitorType" -> Choices.VISITOR_TYPES.condition(written, buyers::type);
            case "referrerType" ->
                Choices.REFERRER_TYPES.condition(
                        written, visit -> visit.referrer().type().segment());
            case "deviceType" -> Choices.DEVICE_TYPES.condition(written, Visit::deviceType);
            case "visitEcommerceStatus" -> Choices.ECOMMERCE_STATUS.condition(written, Traits::ecommerceStatus);
            case "visitorId" -> VisitorIdConditions.condition(written);
            case "userId" -> TextConditions.ofVisit(written, Visit::userId);
            case "referrerName" ->
                TextConditions.ofVisit(written, visit -> visit.referrer().name());
            case "referrerKeyword" ->
                TextConditions.ofVisit(written, visit -> visit.referrer().keyword());
            case "entryPageUrl" -> AddressConditions.ofVisit(written, VisitEnds::entry);
            case "exitPageUrl" -> AddressConditions.ofVisit(written, VisitEnds::exit);
            default -> null;
        };
    }

    private static @Nullable Condition ofNumber(Written written) {
        return switch (written.name()) {
            case "visitConverted" -> NumberConditions.ofVisit(written, visit -> visit.isConverted() ? 1 : 0);
            case "visitConvertedGoalId" -> NumberConditions.ofConversion(written, Conversion::goal);
            case "actions" -> NumberConditions.ofVisit(written, Visit::interactions);
            case "interactions" -> NumberConditions.ofVisit(written, Traits::interactions);
            case "events" -> NumberConditions.ofVisit(written, visit -> Traits.count(visit, ActionKind.EVENT));
            case "searches" -> NumberConditions.ofVisit(written, visit -> Traits.count(visit, ActionKind.SITE_SEARCH));
            case "visitDuration" -> NumberConditions.ofVisit(written, Visit::length);
            case "visitCount" -> NumberConditions.ofVisit(written, Visit::count);
            case "visitId" -> NumberConditions.ofVisit(written, Visit::number);
            default -> null;
        };
    }

    private static @Nullable Condition ofAction(Written written) {
        return switch (written.name()) {
            case "pageUrl" -> AddressConditions.ofAction(written);
            case "pageTitle" ->
                TextConditions.ofAction(
                        written, action -> action.kind() == ActionKind.PAGEVIEW ? action.title() : null);
            case "downloadUrl" ->
                TextConditions.ofAction(written, action -> action.kind() == ActionKind.DOWNLOAD ? action.url() : null);
            case "outlinkUrl" ->
                TextConditions.ofAction(written, action -> action.kind() == ActionKind.OUTLINK ? action.url() : null);
            case "eventCategory" ->
                TextConditions.ofAction(
                        written,
                        action -> action.event() == null ? null : action.event().category());
            case "eventAction" ->
                TextConditions.ofAction(
                        written,
                        action -> action.event() == null ? null : action.event().action());
            case "eventName" ->
                TextConditions.ofAction(
                        written,
                        action -> action.event() == null ? null : action.event().name());
            case "siteSearchKeyword" ->
                TextConditions.ofAction(
                        written,
                        action ->
                                action.search() == null ? null : action.search().keyword());
            default -> null;
        };
    }
}
