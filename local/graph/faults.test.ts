import { expect, it } from "vitest";
import { createFaults, faultSchema, type Incoming } from "./faults.ts";

const post: Incoming = { method: "POST", path: "/v1.0/users/ana/events", mailbox: "ana" };
const fault = (changes: object) => faultSchema.parse({ kind: "status", ...changes });

it("meets only what matches, and only so many times", () => {
  const faults = createFaults();
  faults.add(fault({ match: { method: "post", pathIncludes: "/EVENTS", mailbox: "ana" }, times: 2 }));
  const meets = (request: Incoming) => faults.take(request) !== undefined;
  expect(meets({ ...post, method: "GET" })).toBe(false);
  expect(meets({ ...post, mailbox: "ben" })).toBe(false);
  expect([meets(post), meets(post), meets(post)]).toEqual([true, true, false]);
});

it("lets some pass first, and goes on until cleared when asked to", () => {
  const faults = createFaults();
  faults.add(fault({ skip: 1, times: -1 }));
  expect([1, 2, 3].map(() => faults.take(post)?.kind)).toEqual([undefined, "status", "status"]);
  faults.clear();
  expect(faults.take(post)).toBeUndefined();
});

it("forgets those of one mailbox alone, and lets go of what hangs there", () => {
  const faults = createFaults();
  const ended: string[] = [];
  for (const mailbox of ["ana", "ben"]) {
    faults.add(fault({ match: { mailbox } }));
    faults.hold(mailbox, () => ended.push(mailbox));
  }
  faults.clear("ana");
  expect(faults.waiting().map(({ match }) => match.mailbox)).toEqual(["ben"]);
  expect(ended).toEqual(["ana"]);
  faults.clear();
  expect(ended).toEqual(["ana", "ben"]);
});
