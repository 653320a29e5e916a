package io.opalmind.cli;

import io.opalmind.WarmUp;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Where it begins and ends: the only place that touches the process itself. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Surroundings surroundings = new Surroundings(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Clock.systemUTC(),
                new Terminal(
                        Boolean.getBoolean("opalmind.terminal.out"),
                        Boolean.getBoolean("opalmind.terminal.err"),
                        Integer.getInteger("opalmind.terminal.width", 0)),
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
        warmUp(args, surroundings.environment());
        Cleanup cleanup = new Cleanup();
        Runtime.getRuntime().addShutdownHook(new Thread(cleanup));
        System.exit(run(args, surroundings, cleanup, new Halt()));
    }

    /** A command is about to ask the cache; help is not, nor the version. */
    private static void warmUp(String[] args, Map<String, String> environment) {
        boolean command = args.length > 1 || (args.length == 1 && !args[0].startsWith("-"));
        if (command && !args[0].equals(HelpCommand.NAME)) {
            boolean redis = environment.containsKey("REDIS_HOST") || environment.containsKey("REDIS_URL");
            Thread thread = new Thread(new WarmUp(redis), "warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * Runs one invocation.
     *
     * @param exit ends the process when a deadline passes while something waits
     * @return the exit code
     */
    public static int run(String[] args, Surroundings surroundings, Exit exit) {
        return run(args, surroundings, new Cleanup(), exit);
    }

    private static int run(String[] args, Surroundings surroundings, Cleanup cleanup, Exit exit) {
        return new Execution(surroundings, cleanup, exit).run(args);
    }

    /** Not a lambda: the class-data archive keeps no lambdas of main, and the first one made costs 10 ms. */
    private static final class Halt implements Exit {
        @Override
        public void leave(int code) {
            Runtime.getRuntime().halt(code);
        }
    }
}
