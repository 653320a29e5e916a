package io.opalmind.testing.matomo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a fresh {@link FakeMatomo} to each test that takes one as a parameter, the same one to its set-up methods, and
 * closes it after the test. A plain parameter gets {@link FakeMatomo#recorded}.
 */
public final class MatomoExtension implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(MatomoExtension.class);

    /** Asks for {@link FakeMatomo#dataset}. */
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Dataset {}

    /** Asks for {@link FakeMatomo#tls}. */
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Tls {}

    private enum Kind {
        RECORDED(FakeMatomo::recorded),
        DATASET(FakeMatomo::dataset),
        TLS(FakeMatomo::tls);

        private final Supplier<FakeMatomo> start;

        Kind(Supplier<FakeMatomo> start) {
            this.start = start;
        }

        static Kind of(ParameterContext parameter) {
            if (parameter.isAnnotated(Dataset.class)) {
                return DATASET;
            }
            return parameter.isAnnotated(Tls.class) ? TLS : RECORDED;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakeMatomo.class
                && context.getTestMethod().isPresent();
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Kind kind = Kind.of(parameter);
        return context.getStore(SPACE).getOrComputeIfAbsent(kind, wanted -> wanted.start.get(), FakeMatomo.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (Kind kind : Kind.values()) {
            FakeMatomo started = context.getStore(SPACE).remove(kind, FakeMatomo.class);
            if (started != null) {
                started.close();
            }
        }
    }
}
