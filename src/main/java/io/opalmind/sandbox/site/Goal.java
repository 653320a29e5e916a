package io.opalmind.sandbox.site;

/**
 * A goal, of the two kinds that the sandbox knows: by hand ({@code idgoal=ID} in a hit), or by what the address of a page
 * contains. It converts once a visit.
 *
 * @param id 1 and up, within its site
 * @param contains part of the address, case-insensitive; empty for a goal that is converted by hand
 * @param revenue of a conversion whose hit names none, in the site's currency
 */
public record Goal(int id, String name, String contains, double revenue) {
    /** Whether only a hit that names it converts it. */
    public boolean isManual() {
        return contains.isEmpty();
    }
}
