/** Stroke icons on a 16-unit grid, drawn for Ringback. Decorative: the control around one carries the name. */
const paths = {
  capture:
    'M2 5V3a1 1 0 0 1 1-1h2M11 2h2a1 1 0 0 1 1 1v2M14 11v2a1 1 0 0 1-1 1h-2M5 14H3a1 1 0 0 1-1-1v-2M8 5.5v5M5.5 8h5',
  phone:
    'M3.5 2.5h2l1 3-1.5 1a7.5 7.5 0 0 0 4.5 4.5l1-1.5 3 1v2a1 1 0 0 1-1 1A10.5 10.5 0 0 1 2.5 3.5a1 1 0 0 1 1-1Z',
  'phone-once':
    'M3 3.5h1.8l.9 2.6-1.3.9a6.5 6.5 0 0 0 3.9 3.9l.9-1.3 2.6.9v1.8a.9.9 0 0 1-.9.9A9.3 9.3 0 0 1 2.1 4.4a.9.9 0 0 1 .9-.9ZM11.5 3 13 2v5',
  waiting: 'M4 2h8M4 14h8M5 2v2.5L8 8l3-3.5V2M5 14v-2.5L8 8l3 3.5V14',
  message: 'M2.5 3.5h11v7.5H8l-3 2.5V11H2.5Z',
  check: 'm3.5 8.5 3 3 6-7',
  'not-needed': 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM4.2 4.2l7.6 7.6',
  'needs-call': 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8 5v3.2l2 1.3',
  page: 'M9 2.5h4.5V7M13.3 2.7 8 8M6.5 3.5H3v9.5h9.5V9.5',
  edit: 'm10.5 3 2.5 2.5L5.5 13H3v-2.5Z',
  trash: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5',
  copy: 'M5.5 5.5h7.5v8H5.5ZM3 10.5v-8h7.5',
  close: 'm4 4 8 8M12 4l-8 8',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3 13.5 13.5',
  settings:
    'M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6M10 2.7a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6ZM6 9.7a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z',
  alert: 'M8 2.5 14 13H2ZM8 6.5v3M8 11.2v.1',
  owner: 'M8 2.5a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4ZM3 13.5c.4-2.6 2.3-4 5-4s4.6 1.4 5 4',
  panel: 'M2.5 3h11v10h-11ZM9.5 3v10',
  chevron: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  cloud: 'M4.7 12.5a2.9 2.9 0 0 1-.3-5.8 3.8 3.8 0 0 1 7.3.9 2.5 2.5 0 0 1-.2 4.9ZM6 9.6l1.4 1.4 2.6-2.9',
  'cloud-waiting':
    'M4.7 12.5a2.9 2.9 0 0 1-.3-5.8 3.8 3.8 0 0 1 7.3.9 2.5 2.5 0 0 1-.2 4.9ZM5.9 9.8h.01M8 9.8h.01M10.1 9.8h.01',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
} as const;

export type IconName = keyof typeof paths;

interface IconProps {
  name: IconName;
}

export function Icon({ name }: IconProps) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
