import {
  Button,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { useState } from "react";
import { panelMessages } from "../../shared/content/tab-messages.ts";
import type { PromptView } from "../../shared/contract/sessions.ts";
import { useLocale } from "../app-context.tsx";
import { Swap } from "../components/icons.tsx";
import { memberOf } from "../components/people.ts";
import { usePanelStyles } from "./panel.styles.ts";
import { Phase, type PhaseProps } from "./phase.tsx";
import { PrimaryButton } from "./primary-button.tsx";
import { SessionWeave } from "./session-weave.tsx";

/** Two prompts to choose from. Either picks, and both panels move. Nothing is chosen beforehand: that would be a nudge. */
export function ChoosePhase({ session, act, isActing, problem }: PhaseProps) {
  const styles = usePanelStyles();
  const own = useStyles();
  const say = panelMessages(useLocale());
  const [picked, setPicked] = useState<string | null>(null);
  const [isUnpicked, setUnpicked] = useState(false);
  const { members, offered, round, rounds, opener } = session;
  const chosen = offered.find((prompt) => prompt.id === picked);
  const open = () => (chosen ? void act("pick", chosen.id) : setUnpicked(true));
  return (
    <Phase
      header={say.round(round, rounds)}
      aside={say.opens(memberOf(members, opener).name)}
      problem={problem}
      foot={
        <>
          <div role="status" className={styles.small}>
            {isUnpicked && !chosen && say.pickFirst}
          </div>
          <Button
            appearance="subtle"
            icon={<Swap />}
            className={styles.control}
            disabledFocusable={isActing}
            onClick={() => act("offer-others")}
          >
            {say.offerOthers}
          </Button>
          <PrimaryButton isBusy={isActing} onPress={open}>
            {say.openForAll(members.length)}
          </PrimaryButton>
        </>
      }
    >
      <SessionWeave session={session} filled={members.map(({ id }) => id)} caption={null} />
      <h1 tabIndex={-1} className={mergeClasses(styles.title, own.title)}>
        {say.chooseTitle(offered.length)}
      </h1>
      <p className={styles.lead}>{offered.length === 0 ? say.noPrompts : say.eitherPicks(members.length)}</p>
      <Prompts offered={offered} picked={chosen?.id ?? null} onPick={setPicked} />
    </Phase>
  );
}

function Prompts({
  offered,
  picked,
  onPick,
}: {
  readonly offered: readonly PromptView[];
  readonly picked: string | null;
  readonly onPick: (id: string) => void;
}) {
  const styles = useStyles();
  const say = panelMessages(useLocale());
  return (
    <RadioGroup
      aria-label={say.promptsLabel}
      className={styles.prompts}
      value={picked ?? ""}
      onChange={(_, { value }) => onPick(value)}
    >
      {offered.map(({ id, text, theme, minutes }) => (
        <Radio
          key={id}
          value={id}
          className={mergeClasses(styles.prompt, id === picked && styles.picked)}
          label={{
            className: styles.label,
            children: (
              <>
                <span className={styles.text}>{text}</span>
                <span className={styles.theme}>{say.themeAndMinutes(say.themes[theme], minutes)}</span>
              </>
            ),
          }}
        />
      ))}
    </RadioGroup>
  );
}

const useStyles = makeStyles({
  title: { marginTop: "4px" },
  prompts: { display: "grid", rowGap: "8px", marginTop: "12px" },
  prompt: {
    display: "flex",
    width: "100%",
    boxSizing: "border-box",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: "8px",
    padding: "4px",
    cursor: "pointer",
    ":hover": { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
  },
  picked: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    ":hover": { border: `1px solid ${tokens.colorCompoundBrandStroke}` },
  },
  label: { flexGrow: 1, cursor: "pointer", display: "grid", rowGap: "4px", padding: "6px 8px 8px 4px", minWidth: 0 },
  text: {
    ...typographyStyles.body1Strong,
    fontSize: "15px",
    lineHeight: "21px",
    color: tokens.colorNeutralForeground1,
    overflowWrap: "anywhere",
    textWrap: "pretty",
  },
  theme: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
});
