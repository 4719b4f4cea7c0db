import { createHash } from "node:crypto";
import { localTenant } from "../../identities.ts";

/** The Teams link of a meeting: the same for the same meeting id, different otherwise. */
export function joinUrlFor(iCalUId: string, organizerOid: string): string {
  const thread = createHash("sha256").update(iCalUId).digest("base64url").slice(0, 48);
  const context = JSON.stringify({ Tid: localTenant.id, Oid: organizerOid });
  return `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0?context=${encodeURIComponent(context)}`;
}

const rule = "_".repeat(80);
const escaped = (url: string) => url.replaceAll("&", "&amp;");

/** The block with the join link that Teams writes under an invitation's words. */
export function meetingBlob(joinUrl: string): string {
  return [
    `<br><div style="width:100%"><span style="white-space:nowrap">${rule}</span></div>`,
    '<div class="me-email-text" lang="en-US"><div><span style="font-size:24px">Microsoft Teams meeting</span></div>',
    `<div><a class="me-email-headline" href="${escaped(joinUrl)}">Join the meeting now</a></div></div>`,
    `<div><span>${rule}</span></div>`,
  ].join("");
}

/** True when a body still carries the meeting's block; a body written without it takes the meeting away. */
export const carriesMeeting = (body: string, joinUrl: string) =>
  body.includes(joinUrl) || body.includes(escaped(joinUrl));

/** The id of a meeting's chat, which its link carries; empty for any other link. */
export const chatIdOf = (joinUrl: string) => decodeURIComponent(/\/meetup-join\/([^/?]+)/.exec(joinUrl)?.[1] ?? "");
