import { muteTopics as decide } from "../../../shared/domain/library/prompt-choices.ts";
import type { TopicLabel } from "../../../shared/domain/prompt.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";

/** The topics that the person leaves out of what is offered to the own pairs, in place of those before. Nobody else can see them. */
export const muteTopics =
  ({ store }: Pick<Deps, "store">) =>
  (input: {
    readonly by: PersonRef;
    readonly muted: readonly TopicLabel[];
  }): Promise<Result<{ readonly muted: TopicLabel[] }, "not-in-programme">> =>
    store.transact<Result<{ readonly muted: TopicLabel[] }, "not-in-programme">>(
      participant(input.by),
      async ({ library, people }) => {
        if (!(await people.find(input.by.personId))) return refuse("not-in-programme");
        const choices = decide(await library.choices(), input.muted);
        await library.saveChoices(choices);
        return done({ muted: [...choices.muted] });
      },
    );
