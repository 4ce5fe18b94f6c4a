import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ListServices, PanelServices } from '../lib/stores/services.ts';

export const ListContext = createContext<ListServices | null>(null);
export const PanelContext = createContext<PanelServices | null>(null);

/** The list's services. @throws outside their provider, which is a mistake in wiring. */
export function useList(): ListServices {
  const services = useContext(ListContext);
  if (!services) throw new Error('ListContext has no provider here.');
  return services;
}

/** The panel's services. @throws outside their provider, which is a mistake in wiring. */
export function usePanel(): PanelServices {
  const services = useContext(PanelContext);
  if (!services) throw new Error('PanelContext has no provider here.');
  return services;
}
