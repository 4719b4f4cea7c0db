import type { FastifyInstance } from "fastify";
import { localPeople } from "../../identities.ts";
import { answer, contextOf } from "../answers.ts";
import { type Behaviour, usualBehaviour } from "../behaviour.ts";
import { newChangeKey, newEventId } from "../events/event.ts";
import { queryOptions, requireOptions, selected, selection } from "../odata.ts";
import { emailAddressOf } from "../people.ts";
import { personOf } from "../request-context.ts";
import { sevenDigits } from "../times.ts";
import { workingHoursOf, zoneNameOf } from "../working-hours.ts";
import type { World } from "../world.ts";

type Person = (typeof localPeople)[number];

const languageNames = new Intl.DisplayNames("en", { type: "language" });

const noReply = { dateTime: "2026-01-01T00:00:00.0000000", timeZone: "UTC" };

function settingsOf(person: Person, behaviour: Behaviour) {
  const replies = behaviour.automaticReplies;
  const atUtc = (time: string) => ({
    dateTime: sevenDigits(new Date(time).toISOString().slice(0, 23)),
    timeZone: "UTC",
  });
  return {
    archiveFolder: null,
    timeZone: zoneNameOf(person),
    delegateMeetingMessageDeliveryOptions: "sendToDelegateOnly",
    dateFormat: person.locale === "en-US" ? "M/d/yyyy" : "dd/MM/yyyy",
    timeFormat: person.locale === "en-US" ? "h:mm tt" : "HH:mm",
    userPurpose: "user",
    automaticRepliesSetting: {
      status: replies ? "scheduled" : "disabled",
      externalAudience: "all",
      internalReplyMessage: "",
      externalReplyMessage: "",
      scheduledStartDateTime: replies ? atUtc(replies.from) : noReply,
      scheduledEndDateTime: replies ? atUtc(replies.to) : noReply,
    },
    language: { locale: person.locale, displayName: languageNames.of(person.locale) ?? person.locale },
    workingHours: workingHoursOf(person, behaviour),
  };
}

function calendarOf(person: Person, allowsTeamsMeetings: boolean) {
  return {
    id: newEventId(`calendar of ${person.oid}`),
    name: "Calendar",
    color: "auto",
    hexColor: "",
    isDefaultCalendar: true,
    changeKey: newChangeKey(`calendar of ${person.oid}`),
    canShare: true,
    canViewPrivateItems: true,
    canEdit: true,
    allowedOnlineMeetingProviders: allowsTeamsMeetings ? ["teamsForBusiness"] : [],
    defaultOnlineMeetingProvider: allowsTeamsMeetings ? "teamsForBusiness" : "unknown",
    isTallyingResponses: true,
    isRemovable: false,
    owner: emailAddressOf(person),
  };
}

const settingNames = Object.keys(settingsOf(localPeople[0] as Person, usualBehaviour));
const calendarNames = Object.keys(calendarOf(localPeople[0] as Person, true));

/** A mailbox's settings and its default calendar; `root` is `/users/:user` or `/me`. */
export function addMailboxRoutes(app: FastifyInstance, world: World, root: string): void {
  app.get(`${root}/mailboxSettings`, { config: { operation: "readMailboxSettings" } }, (request, reply) => {
    const person = personOf(request);
    const options = queryOptions(request.url);
    requireOptions(options, ["select"]);
    const names = selection(options, "mailboxSettings", settingNames);
    const context = contextOf(request, `users('${person.oid}')/mailboxSettings`);
    return answer(reply, 200, {
      "@odata.context": context,
      ...selected(settingsOf(person, world.behaviours.of(person.oid)), names),
    });
  });
  for (const name of settingNames) {
    app.get(`${root}/mailboxSettings/${name}`, { config: { operation: "readMailboxSettings" } }, (request, reply) => {
      const settings = settingsOf(personOf(request), world.behaviours.of(personOf(request).oid));
      const value = Object.entries(settings).find(([key]) => key === name)?.[1];
      const context = contextOf(request, `users('${personOf(request).oid}')/mailboxSettings/${name}`);
      const body = typeof value === "object" && value !== null ? value : { value };
      return answer(reply, 200, { "@odata.context": context, ...body });
    });
  }
  app.get(`${root}/calendar`, { config: { operation: "readCalendars" } }, (request, reply) => {
    const person = personOf(request);
    const options = queryOptions(request.url);
    requireOptions(options, ["select"]);
    const names = selection(options, "calendar", calendarNames);
    const shape = calendarOf(person, world.behaviours.of(person.oid).allowsTeamsMeetings);
    const context = contextOf(request, `users('${person.oid}')/calendar/$entity`);
    return answer(reply, 200, { "@odata.context": context, ...selected(shape, names) });
  });
}
