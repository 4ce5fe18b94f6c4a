import * as z from 'zod/mini';
import { defaultNoteTemplate, NoteTemplateSchema } from './attempt-note.ts';
import { limits, type Owner } from './callback.ts';
import { type DayRules, defaultClocks, KindClocksSchema } from './due.ts';
import { defaultFocusBlocks, FocusBlocksSchema } from './focus-blocks.ts';
import { personNamed } from './people.ts';
import { defaultRetention, RetentionSchemas } from './retention.ts';
import { cleanText } from './text.ts';
import { ClockTimeSchema, WorkingHoursSchema } from './working-hours.ts';

/** How a click on a number dials. */
export const dialSchemes = ['tel', 'callto', 'sip', 'https'] as const;
export type DialScheme = (typeof dialSchemes)[number];

/** An https address with `{number}` in it, for phone systems that dial from a web page. */
export const DialTemplateSchema = z.string().check(
  z.maxLength(500),
  z.refine((template) => template === '' || isDialTemplate(template), { error: 'dial-template' }),
);

/** The number stands in the path or the query: in the host's place it would be looked up as a name. */
function isDialTemplate(template: string): boolean {
  return /^https:\/\/[^\s/?#{}]+[/?#].*\{number\}/i.test(template) && URL.canParse(template);
}

/** Everything the agent can set; each field has a default, so an empty object is a full set of settings. */
export const SettingsSchema = z.object({
  /** Default owner. Empty: callbacks are saved without one. */
  yourName: z.pipe(
    z.string(),
    z.transform((name: string) => cleanText(name, { max: limits.name })),
  ),
  /** Who the agent is in their team (lib/team); empty while they work alone. No part of a backup. */
  memberId: z._default(z.union([z.literal(''), z.uuid()]), ''),
  /** ISO 3166 alpha-2: numbers without '+' are read as this country's, and '3/4' as it writes dates. */
  defaultCountry: z.string().check(z.regex(/^[A-Z]{2}$/)),
  workingHours: WorkingHoursSchema.check(
    z.refine((hours) => hours.startsAt < hours.endsAt, {
      error: 'day-ends-before-it-starts',
      path: ['endsAt'],
    }),
  ),
  /** When the review comes by itself on working days. */
  reviewAt: ClockTimeSchema,
  leadMinutes: z.int().check(z.gte(0), z.lte(240)),
  dialWith: z.enum(dialSchemes),
  dialTemplate: DialTemplateSchema,
  hideNamesInNotifications: z.boolean(),
  clocks: KindClocksSchema,
  /** Attempts after which it asks whether to stop. */
  maxAttempts: z.int().check(z.gte(1), z.lte(50)),
  /** The line each attempt is logged with in the CRM. */
  noteTemplate: NoteTemplateSchema,
  /** The short neutral line a text follow-up copies. */
  textFollowUp: z.pipe(
    z.string(),
    z.transform((text: string) => cleanText(text, { max: limits.line })),
  ),
  focusBlocks: FocusBlocksSchema,
  /** Figures by owner: off, because agents are not to be ranked unless their team agreed on it. */
  insightsByOwner: z._default(z.boolean(), false),
  /** Minutes without use of Ringback after which it locks itself, where a passcode is set. */
  lockAfterMinutes: z._default(z.int().check(z.gte(1), z.lte(720)), 15),
  ...RetentionSchemas,
});
export type Settings = z.infer<typeof SettingsSchema>;

/** Settings that are words themselves. */
export type SettingsWords = Pick<Settings, 'noteTemplate' | 'textFollowUp'>;

/** The words a new install starts with where nobody knows its language. */
const englishWords: SettingsWords = {
  noteTemplate: defaultNoteTemplate,
  textFollowUp: 'We tried to call you back and could not reach you. We will try again.',
};

/**
 * The settings a new install starts with.
 * @param defaultCountry guessed from the browser's locale. @param words in the browser's language.
 */
export function defaultSettings(defaultCountry: string, words = englishWords): Settings {
  return {
    yourName: '',
    memberId: '',
    defaultCountry,
    workingHours: { days: [1, 2, 3, 4, 5], startsAt: '09:00', endsAt: '18:00', holidays: [] },
    reviewAt: '17:30',
    leadMinutes: 10,
    dialWith: 'tel',
    dialTemplate: '',
    hideNamesInNotifications: false,
    clocks: defaultClocks,
    maxAttempts: 6,
    ...words,
    focusBlocks: defaultFocusBlocks,
    insightsByOwner: false,
    lockAfterMinutes: 15,
    ...defaultRetention,
  };
}

/** The settings of a backup, with what is not its to say kept as it is here. */
export function settingsOfBackup(theirs: Settings, here: Settings): Settings {
  // Who somebody is in their team belongs to this browser: two of one id would be one member twice.
  const { memberId, insightsByOwner } = here;
  // Figures by owner are for the team to switch on and off (lib/team/rules.ts).
  return { ...theirs, memberId, ...(memberId === '' ? {} : { insightsByOwner }) };
}

/** The rules of the day as set. @param zone the agent's IANA time zone now. */
export function dayRules(settings: Settings, zone: string): DayRules {
  return {
    workingHours: settings.workingHours,
    zone,
    clocks: settings.clocks,
    leadMinutes: settings.leadMinutes,
  };
}

/** The owner new callbacks get: the agent, or nobody while no name is set. In a team the id tells who it is. */
export function defaultOwner({ yourName, memberId }: Pick<Settings, 'yourName' | 'memberId'>): Owner | null {
  const named = personNamed(yourName);
  return named && memberId !== '' ? { ...named, id: memberId } : named;
}

/**
 * The country of a locale such as 'en-GB'; languages without a region give the one most of their speakers
 * live in (CLDR likely subtags, through Intl). 'US' where that is no country ('es-419') or nothing can be read.
 */
export function countryOfLocale(locale: string): string {
  try {
    const region = new Intl.Locale(locale).maximize().region ?? '';
    return /^[A-Z]{2}$/.test(region) ? region : 'US';
  } catch {
    return 'US';
  }
}
