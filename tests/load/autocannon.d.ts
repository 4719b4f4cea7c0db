/** What the benches use of autocannon, which brings no types. */
declare module "autocannon" {
  interface Request {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
  }

  interface Options {
    readonly url: string;
    readonly connections: number;
    /** In seconds. */
    readonly duration: number;
    /** Each connection sends them one after the other, again and again. */
    readonly requests: readonly Request[];
  }

  /** In milliseconds, whole ones. */
  interface Latency {
    readonly p50: number;
    readonly p99: number;
  }

  interface Result {
    readonly non2xx: number;
    readonly errors: number;
    /** Answers: those of a mean second, and all. */
    readonly requests: { readonly average: number; readonly total: number };
    readonly latency: Latency;
  }

  export default function autocannon(options: Options): Promise<Result>;
}
