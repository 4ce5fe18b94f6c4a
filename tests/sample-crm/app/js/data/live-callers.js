// Callers the telephony card shows; kept apart from the customers, as a telephony vendor would.

export const liveCallers = {
  owen: {
    name: 'Owen Castellane',
    number: '(707) 555-0166',
    account: 'NG-1061',
    reason: 'Water heater quote',
    city: 'Petaluma, CA',
  },
  ines: {
    name: 'Inês Tavares-Moreau',
    number: '(925) 555-0138',
    account: 'NG-1064',
    reason: 'Thermostat offline',
    city: 'Walnut Creek, CA',
  },
};
