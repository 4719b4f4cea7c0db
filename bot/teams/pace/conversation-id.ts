import type { ConversationReference } from "../../ports/conversation-records.ts";

/** The chat's id, by which its limits are kept. */
export function conversationIdOf(where: ConversationReference): string {
  const conversation: unknown = where["conversation"];
  const hasId = typeof conversation === "object" && conversation !== null && "id" in conversation;
  return hasId ? String(conversation.id) : "";
}
