import { render } from 'preact';
import '../../../components/panel.css';
import '../../../components/review/review.css';
import './gallery.css';
import { scenes } from './scenes.tsx';

/** Hover and focus last while the pointer or the keyboard is there: here they have a class that stays. */
function keepStates(): void {
  for (const sheet of document.styleSheets) {
    for (const rule of [...sheet.cssRules]) {
      if (!(rule instanceof CSSStyleRule) || !/:hover|:focus-visible/.test(rule.selectorText)) continue;
      const selector = rule.selectorText
        .replaceAll(':hover', '.is-hover')
        .replaceAll(':focus-visible', '.is-focus');
      sheet.insertRule(`${selector} { ${rule.style.cssText} }`, sheet.cssRules.length);
    }
  }
}

async function show(name: string, root: HTMLElement): Promise<void> {
  const scene = scenes[name];
  if (!scene) throw new Error(`there is no scene ${name}`);
  document.title = name;
  const { screen, after } = await scene();
  render(screen, root);
  await after?.(root);
  // For whoever takes the picture.
  document.body.dataset.scenes = Object.keys(scenes).join('|');
  document.body.dataset.ready = name;
}

function index(root: HTMLElement): void {
  const rest = location.search.replace(/^\?/, '&');
  render(
    <main class="gallery">
      <p class="gallery-links">
        {['', ...['de', 'es', 'fr', 'pt-BR', 'ja', 'long', 'rtl'].map((words) => `?words=${words}`)].map(
          (query) => (
            <a key={query} href={`./${query}`}>
              {query === '' ? 'English' : query.slice('?words='.length)}
            </a>
          ),
        )}
      </p>
      {Object.keys(scenes).map((name) => (
        <figure key={name}>
          <figcaption>
            <a href={`?scene=${name}${rest}`}>{name}</a>
          </figcaption>
          <iframe title={name} src={`?scene=${name}${rest}`} loading="lazy" />
        </figure>
      ))}
    </main>,
    root,
  );
}

const root = document.getElementById('app');
const name = new URLSearchParams(location.search).get('scene');
keepStates();
if (root && name) await show(name, root);
else if (root) index(root);
