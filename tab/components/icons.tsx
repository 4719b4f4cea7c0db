import type { ReactNode } from "react";

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.1"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flexShrink: 0 }}
    >
      {children}
    </svg>
  );
}

/** Only its author reads it. */
export const ClosedNotebook = () => (
  <Icon>
    <rect x="3.2" y="1.8" width="9.6" height="12.4" rx="1.6" />
    <path d="M5.8 1.8v12.4M8.6 5h1.8" />
  </Icon>
);

/** Both voices read it. */
export const TwoVoices = () => (
  <Icon>
    <circle cx="4.9" cy="8" r="3.4" />
    <path d="M11.2 4.3 14.9 8l-3.7 3.7L7.5 8Z" />
  </Icon>
);

/** Everyone in the programme reads it. */
export const OpenBook = () => (
  <Icon>
    <path d="M8 3.4C6.6 2.6 4.6 2.3 1.8 2.5v10.6c2.8-.2 4.8.1 6.2.9 1.4-.8 3.4-1.1 6.2-.9V2.5c-2.8-.2-4.8.1-6.2.9ZM8 3.4V14" />
  </Icon>
);

export const Plus = () => (
  <Icon>
    <path d="M8 2.5v11M2.5 8h11" />
  </Icon>
);

export const Cross = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);

export const Swap = () => (
  <Icon>
    <path d="M2.5 5.5h11M10.8 2.8l2.7 2.7-2.7 2.7M13.5 11h-11M5.2 8.3 2.5 11l2.7 2.7" />
  </Icon>
);

export const Question = () => (
  <Icon>
    <path d="M2 3.4h12v8H8.2L5 14v-2.6H2Z" />
    <path d="M6.4 6.2a1.6 1.6 0 1 1 2.2 1.5c-.4.2-.6.4-.6.8M8 10v.1" />
  </Icon>
);

export const Agreement = () => (
  <Icon>
    <path d="M3.2 1.8h9.6v12.4H3.2ZM5.6 5h4.8M5.6 7.6h4.8M5.4 11.4c1-1.4 1.8-1.2 2.2-.2.3.7 1 .6 1.6-.2.4-.5.9-.5 1.4-.2" />
  </Icon>
);

/** Points to what opens or closes below. */
export const Chevron = ({ turn }: { readonly turn: "down" | "up" | "left" | "right" }) => {
  const degrees = { down: 0, left: 90, up: 180, right: 270 }[turn];
  return (
    <Icon>
      <path d="M3.5 6 8 10.5 12.5 6" transform={`rotate(${degrees} 8 8)`} />
    </Icon>
  );
};

/** A turn's ring. */
export const Ring = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.6" />
    <path d="M8 2.4a5.6 5.6 0 0 1 5.6 5.6" strokeWidth="2.2" />
  </Icon>
);

/** The meeting's stage. */
export const Stage = () => (
  <Icon>
    <path d="M2 3h12v8.2H2ZM5.4 13.6h5.2M6 6.6h4" />
  </Icon>
);
