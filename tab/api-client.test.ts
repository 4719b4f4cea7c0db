import { describe, expect, it, vi } from "vitest";
import { createApiClient } from "./api-client.ts";

const tokens = { current: async () => "first", renewed: async () => "second" };
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const answering = (...responses: readonly Response[]) => {
  const queue = [...responses];
  return vi.fn<typeof fetch>(async () => queue.shift() ?? Promise.reject(new TypeError("Failed to fetch")));
};
const refusal = { refusal: "time-not-offered", sentence: "That time isn't on offer any more. Ask for other times." };

describe("the API client", () => {
  it("fills the path, carries the token and sends the body as JSON", async () => {
    const fetch = answering(json(200, { id: "check-in" }));
    const input = { params: { checkInId: "c/1" }, body: { startsAt: "2026-11-26T10:00:00Z" } };
    const answer = await createApiClient(tokens, fetch).call("bookCheckIn", input);
    expect(answer).toEqual({ ok: true, value: { id: "check-in" } });
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe("/api/check-ins/c%2F1/booking");
    expect(init).toMatchObject({ method: "POST", body: JSON.stringify(input.body) });
    expect(new Headers(init?.headers).get("authorization")).toBe("Bearer first");
    expect(new Headers(init?.headers).get("content-type")).toBe("application/json");
  });

  it("sends neither body nor content type where the endpoint takes none", async () => {
    const fetch = answering(json(200, {}));
    await createApiClient(tokens, fetch).call("readHome");
    const init = fetch.mock.calls[0]?.[1];
    expect(init?.body).toBeUndefined();
    expect(new Headers(init?.headers).has("content-type")).toBe(false);
  });

  it("answers a refusal with its sentence", async () => {
    const answer = await createApiClient(tokens, answering(json(409, refusal))).call("readMe");
    expect(answer).toEqual({ ok: false, problem: refusal });
  });

  it("tries once more with a fresh token when the sign-in is refused", async () => {
    const fetch = answering(json(401, refusal), json(200, { name: "Ana" }));
    const answer = await createApiClient(tokens, fetch).call("readMe");
    expect(answer.ok).toBe(true);
    expect(new Headers(fetch.mock.calls[1]?.[1]?.headers).get("authorization")).toBe("Bearer second");
  });

  it("gives up after the second refusal of the sign-in", async () => {
    const refused = { refusal: "not-signed-in", sentence: "Your sign-in has ended." };
    const fetch = answering(json(401, refused), json(401, refused), json(200, {}));
    expect(await createApiClient(tokens, fetch).call("readMe")).toEqual({ ok: false, problem: refused });
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("says offline when the network is lost, or no token comes", async () => {
    const offline = { ok: false, problem: { refusal: "offline", sentence: null } };
    expect(await createApiClient(tokens, answering()).call("readMe")).toEqual(offline);
    const noToken = { ...tokens, current: () => Promise.reject(new Error("CancelledByUser")) };
    expect(await createApiClient(noToken, answering(json(200, {}))).call("readMe")).toEqual(offline);
  });

  it("doesn't show what a proxy answered in the server's place", async () => {
    const page = new Response("<h1>Bad gateway</h1>", { status: 502 });
    const answer = await createApiClient(tokens, answering(page)).call("readMe");
    expect(answer).toEqual({ ok: false, problem: { refusal: "went-wrong", sentence: null } });
  });
});
