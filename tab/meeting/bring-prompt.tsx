import { makeStyles, Radio, RadioGroup, tokens, typographyStyles } from "@fluentui/react-components";
import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import type { PromptView } from "../../shared/contract/prompts.ts";
import type { PreparationView } from "../../shared/contract/session-words.ts";
import { problemOf } from "../api-client.ts";
import { useLocale } from "../app-context.tsx";
import { AudienceLine } from "../components/audience-line.tsx";
import { PageLink } from "../components/page-link.tsx";
import { ProblemLine } from "../components/problem-line.tsx";
import { RadioWords } from "../components/radio-words.tsx";
import { useChoice } from "../components/use-choice.ts";
import { useMeetingStyles } from "./meeting.styles.ts";
import { useBring } from "./meeting-queries.ts";
import { promptsToBring } from "./prompts-to-bring.ts";

const none = "none";

/** A prompt to bring, from favourites and suggestions, or none. A choice is kept at once. */
export function BringPrompt({
  view,
  partners,
}: {
  readonly view: PreparationView;
  readonly partners: readonly string[];
}) {
  const styles = useMeetingStyles();
  const own = useStyles();
  const say = meetingMessages(useLocale());
  const bring = useBring(view.checkIn.id);
  const { choice: chosen, choose } = useChoice(view.brought?.id ?? null, bring.mutate);
  const groups = promptsToBring(view);
  if (groups.favourites.length + groups.suggestions.length === 0) return null;
  return (
    <section aria-labelledby="bring">
      <h2 id="bring" className={styles.section}>
        {say.bring}
      </h2>
      <p className={styles.lead}>{say.bringLead(view.members.length)}</p>
      <RadioGroup
        aria-labelledby="bring"
        aria-describedby="bring-reach"
        className={own.group}
        value={chosen ?? none}
        onChange={(_, { value }) => choose(value === none ? null : value)}
      >
        <Radio value={none} label={<RadioWords>{say.bringNone}</RadioWords>} />
        <Prompts title={say.favourites} prompts={groups.favourites} />
        <Prompts title={say.suggestions} prompts={groups.suggestions} />
      </RadioGroup>
      <div className={styles.reach}>
        <AudienceLine reach="pair" id="bring-reach">
          {say.bringReach(partners)}
        </AudienceLine>
        <p role="status" className={styles.said}>
          {bring.isSuccess ? say.kept : ""}
        </p>
      </div>
      <PageLink page="home" part="prompts" className={own.all}>
        {say.bringAnother}
      </PageLink>
      <ProblemLine problem={bring.isError ? problemOf(bring.error) : null} />
    </section>
  );
}

function Prompts({ title, prompts }: { readonly title: string; readonly prompts: readonly PromptView[] }) {
  const own = useStyles();
  const say = meetingMessages(useLocale());
  if (prompts.length === 0) return null;
  return (
    <>
      <h3 className={own.heading}>{title}</h3>
      {prompts.map(({ id, text, theme, minutes }) => (
        <Radio
          key={id}
          value={id}
          label={
            <RadioWords>
              <span className={own.prompt}>
                <span>{text}</span>
                <span className={own.theme}>{say.themeAndMinutes(say.themes[theme], minutes)}</span>
              </span>
            </RadioWords>
          }
        />
      ))}
    </>
  );
}

const useStyles = makeStyles({
  group: { marginLeft: "-8px", marginTop: "8px" },
  all: { display: "inline-block", marginTop: "8px" },
  heading: { ...typographyStyles.caption1Strong, margin: "8px 0 0 8px", color: tokens.colorNeutralForeground2 },
  prompt: { display: "grid", rowGap: "2px", textWrap: "pretty" },
  theme: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
});
