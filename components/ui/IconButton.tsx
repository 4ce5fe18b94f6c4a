import { Icon, type IconName } from './Icon.tsx';

interface IconButtonProps {
  icon: IconName;
  /** Accessible name and tooltip. */
  label: string;
  onClick: () => void;
  pressed?: boolean;
  /** What more the name leaves out, for a screen reader. */
  describedBy?: string;
}

export function IconButton({ icon, label, onClick, pressed, describedBy }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      aria-describedby={describedBy}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
