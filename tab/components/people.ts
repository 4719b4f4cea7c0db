import type { MemberView } from "../../shared/contract/people.ts";

/** The others in the pair, in the order of voices. */
export const partnersOf = (members: readonly MemberView[], me: string): readonly MemberView[] =>
  members.filter((member) => member.id !== me);

export const namesOf = (members: readonly MemberView[]): readonly string[] => members.map((member) => member.name);

/** The member with this id. @throws when the server names someone who is not in the pair. */
export function memberOf(members: readonly MemberView[], id: string): MemberView {
  const member = members.find((one) => one.id === id);
  if (!member) throw new Error("The server named someone who is not in this pair.");
  return member;
}
