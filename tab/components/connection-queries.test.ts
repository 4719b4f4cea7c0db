import { expect, it } from "vitest";
import type { ConsentOutcome } from "../../shared/contract/consent.ts";
import type { RefusalCode } from "../../shared/contract/refusals.ts";
import type { ApiClient } from "../api-client.ts";
import { connect } from "./connection-queries.ts";

const refused = (refusal: RefusalCode) => ({ ok: false, problem: { refusal, sentence: "No." } }) as const;
const works = { ok: true, value: { state: "works" } } as const;

/** Ana's window: what the server answers to one try after another, and how the pop-up ends. */
function window(answers: readonly (typeof works | ReturnType<typeof refused>)[], outcome: ConsentOutcome = "given") {
  const left = [...answers];
  const asked = { tries: 0, consents: 0 };
  const call = (async () => {
    asked.tries += 1;
    return left.shift();
  }) as unknown as ApiClient["call"];
  const askConsent = async () => {
    asked.consents += 1;
    return outcome;
  };
  return { asked, connected: () => connect({ call }, { askConsent }) };
}

it("[CONNECT-10] connects at once where Ana has consented before", async () => {
  const { asked, connected } = window([works]);
  expect(await connected()).toEqual({ state: "works" });
  expect(asked).toEqual({ tries: 1, consents: 0 });
});

it("[CONNECT-10] asks Ana for consent, and then connects", async () => {
  const { asked, connected } = window([refused("consent-needed"), works]);
  expect(await connected()).toEqual({ state: "works" });
  expect(asked).toEqual({ tries: 2, consents: 1 });
});

it.each(["declined", "administrator", "failed"] as const)(
  "[CONNECT-11] connects nothing when the consent ends otherwise: %s",
  async (outcome) => {
    const { asked, connected } = window([refused("consent-needed")], outcome);
    expect(await connected()).toBe(outcome);
    expect(asked.tries).toBe(1);
  },
);

it("[CONNECT-11] asks only once, however the server answers", async () => {
  const { asked, connected } = window([refused("consent-needed"), refused("consent-needed")]);
  expect(await connected()).toBe("failed");
  expect(asked.consents).toBe(1);
});

it("[CONNECT-11] passes on what else stands in the way", async () => {
  await expect(window([refused("calendar-away")]).connected()).rejects.toMatchObject({
    problem: { refusal: "calendar-away" },
  });
});
