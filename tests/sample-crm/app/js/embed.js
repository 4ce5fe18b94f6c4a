import { liveCallers } from './data/live-callers.js';
import { html, icon, render } from './html.js';
import { avatar, facts } from './views/parts.js';

const asked = new URLSearchParams(location.search).get('caller') ?? 'owen';
const caller = Object.hasOwn(liveCallers, asked) ? liveCallers[asked] : liveCallers.owen;

document.title = `Call with ${caller.name}`;
render(
  document.getElementById('main'),
  html`<section class="caller" aria-label="Caller">
    <header>${avatar(caller.name, 'avatar-big')}
      <div><h1>${caller.name}</h1><p class="num">${caller.number}</p></div>
      <span class="live">${icon('headset')}On call</span>
    </header>
    ${facts('dl', [
      ['Account', caller.account],
      ['About', caller.reason],
      ['City', caller.city],
    ])}
  </section>`,
);
