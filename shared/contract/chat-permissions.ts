/**
 * What the app asks of a meeting's chat: to learn when the meeting begins and ends. The manifest asks for exactly these application
 * permissions, and whoever adds the app to a chat consents to exactly these; anything else is refused by Teams.
 */
export const chatPermissions = ["OnlineMeeting.ReadBasic.Chat"] as const;
