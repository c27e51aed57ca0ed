import { app, type Session, type WebContents } from 'electron';
import { isOurs } from './address.ts';

/** What a page may ask of the system: to copy a figure when the user clicks, and nothing else. */
const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** No name resolves, in any session: Pilotlight has no network. Must be called before the app is ready. */
export function cutNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** Closes every web contents this app will ever make. */
export function lockWebContents(): void {
  app.on('web-contents-created', (_event, contents) => lock(contents));
}

function lock(contents: WebContents): void {
  const prevent = (event: { preventDefault: () => void }) => event.preventDefault();
  contents.on('will-navigate', prevent);
  contents.on('will-redirect', prevent);
  contents.on('will-frame-navigate', (event) => {
    const isPreview = !event.isMainFrame && event.url === 'about:srcdoc';
    if (!isPreview) event.preventDefault();
  });
  contents.on('will-attach-webview', prevent);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Denies a session permissions, devices, downloads, and every address but our own. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(allowed.has(permission) && isOurs(contents.getURL())),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => allowed.has(permission) && isOurs(origin));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }));
}

/** Data and blob addresses hold what the page has already; the content policy says where it may use them. */
function mayLoad(address: string): boolean {
  return isOurs(address) || /^(data|blob|devtools):/.test(address);
}
