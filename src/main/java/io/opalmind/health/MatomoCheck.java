package io.opalmind.health;

/** One check that only Matomo's answers can decide. */
interface MatomoCheck {
    String name();

    /** Adds what it has to ask. */
    void ask(MatomoAnswers answers);

    /** Decides, whether Matomo answered or not. */
    void judge(MatomoAnswers answers, Finding finding);
}
