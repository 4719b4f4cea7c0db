import pg from "pg";

/** Pauses in milliseconds: before connecting again, at first and at most; between two looks whether the line still works; and how long an answer may take. */
const rhythm = { firstPause: 100, longestPause: 5_000, look: 15_000, answer: 5_000 } as const;

export interface LineOptions {
  readonly databaseUrl: string;
  /** The PostgreSQL channel, a plain lower-case word. */
  readonly channel: string;
  /** Called after each new connection, the first included. */
  readonly onConnect: () => void;
  readonly onNotice: (payload: string) => void;
}

/**
 * One connection that listens, for as long as it is not closed: a connection that breaks, or silently stops answering, is
 * made again after growing pauses.
 */
export class ListeningLine {
  readonly #options: LineOptions;
  #client: pg.Client | null = null;
  #connecting: Promise<void> = Promise.resolve();
  #pause: number = rhythm.firstPause;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#start();
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => {});
    await this.#connecting;
  }

  #start(): void {
    const client = this.#newClient();
    this.#client = client;
    this.#connecting = this.#connect(client).then(
      () => this.#connected(client),
      () => this.#mend(client),
    );
  }

  #newClient(): pg.Client {
    const client = new pg.Client({
      connectionString: this.#options.databaseUrl,
      application_name: "counterpoint-sessions",
      connectionTimeoutMillis: rhythm.answer,
      query_timeout: rhythm.answer,
      keepAlive: true,
    });
    client.on("error", () => this.#mend(client));
    client.on("end", () => this.#mend(client));
    client.on("notification", ({ payload = "" }) => this.#options.onNotice(payload));
    return client;
  }

  async #connect(client: pg.Client): Promise<void> {
    await client.connect();
    await client.query(`listen ${this.#options.channel}`);
  }

  #connected(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#pause = rhythm.firstPause;
    this.#lookLater(client);
    this.#options.onConnect();
  }

  #lookLater(client: pg.Client): void {
    this.#timer = setTimeout(() => void this.#look(client).catch(() => this.#mend(client)), rhythm.look);
    this.#timer.unref();
  }

  async #look(client: pg.Client): Promise<void> {
    await client.query("select 1");
    if (this.#client === client) this.#lookLater(client);
  }

  /** Once for each client, however many ways it says that it broke. */
  #mend(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    void client.end().catch(() => {});
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#start(), this.#pause * (0.5 + Math.random() / 2));
    this.#pause = Math.min(this.#pause * 2, rhythm.longestPause);
  }
}
