import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';

/** One thing a menu offers. */
export interface MenuItem {
  label: string;
  onChoose: () => void;
  /** True where it can do nothing now; it stays readable. */
  disabled?: boolean;
}

interface MenuProps {
  /** Name of the button that opens it, and of the menu. */
  label: string;
  /** The label is shown on the button; otherwise three dots are. */
  words?: boolean;
  /** Items in groups, a line between them. */
  groups: readonly (readonly MenuItem[])[];
}

/** A button with a menu under it, by the keys of the ARIA menu button pattern: arrows, Home, End, Escape. */
export function Menu({ label, words = false, groups }: MenuProps) {
  const id = useId();
  const place = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    itemsIn(place.current)[0]?.focus();
    const outside = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const move = (event: KeyboardEvent) => {
    const all = itemsIn(place.current);
    const here = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      all[(to + all.length) % all.length]?.focus();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') setOpen(false);
  };

  return (
    <span ref={place} class="menu-place">
      <button
        ref={button}
        type="button"
        class={words ? 'button quiet' : 'icon-button'}
        aria-label={words ? undefined : label}
        title={words ? undefined : label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {words ? label : null}
        <Icon name={words ? 'chevron' : 'more'} />
      </button>
      {open ? (
        <div id={id} role="menu" aria-label={label} class="menu" onKeyDown={move}>
          {groups.map((group, place) => (
            <div key={group[0]?.label ?? place} role="presentation" class="menu-group">
              {group.map(({ label: name, onChoose, disabled = false }) => (
                <button
                  key={name}
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  aria-disabled={disabled}
                  onClick={() => {
                    if (disabled) return;
                    close();
                    onChoose();
                  }}
                >
                  {name}
                </button>
              ))}
            </div>
          ))}
        </div>
      ) : null}
    </span>
  );
}

function itemsIn(place: HTMLElement | null): HTMLElement[] {
  return [...(place?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
}
