import { type Postgres, type PostgresOptions, startPostgres } from "../postgres/postgres.ts";
import { isAlive } from "../processes/identity.ts";

/** The world's PostgreSQL: it can be stopped and started again under everyone's feet. */
export interface PostgresKeeper {
  readonly postgres: Postgres;
  /** Starts it on the same port and data. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts PostgreSQL and, when asked to, looks every second whether it still lives and starts it again. */
export async function keepPostgres(
  options: PostgresOptions & { readonly say: (sentence: string) => void; readonly restart: boolean },
): Promise<PostgresKeeper> {
  const first = await startPostgres(options);
  let current: Postgres | undefined = first;
  let starting: Promise<void> | undefined;
  const start = async () => {
    current = await startPostgres(options);
  };
  const look = () => {
    if (!current || starting || isAlive(current.pid)) return;
    options.say("PostgreSQL stopped by itself. Starting it again …");
    starting = start()
      .then(
        () => options.say("PostgreSQL is back."),
        (error: unknown) => options.say(String(error)),
      )
      .finally(() => {
        starting = undefined;
      });
  };
  const timer = options.restart ? setInterval(look, 1000) : undefined;
  return {
    postgres: first,
    start,
    stop: async () => {
      await starting;
      const stopped = current;
      current = undefined;
      await stopped?.stop();
      if (stopped) clearInterval(timer);
    },
  };
}
