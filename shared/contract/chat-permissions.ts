/**
 * What the app asks of a meeting's chat: to learn when the meeting begins and ends, and who joins and leaves it. The manifest asks for exactly
 * these application permissions (and, for the stage, the delegated one below), and whoever adds the app to a chat consents to exactly these;
 * anything else is refused by Teams.
 */
export const chatPermissions = ["OnlineMeeting.ReadBasic.Chat", "OnlineMeetingParticipant.Read.Chat"] as const;

/** What the side panel may do in the name of whoever uses it: put the prompt on the meeting's stage. */
export const chatPermissionsOfPeople = ["MeetingStage.Write.Chat"] as const;
