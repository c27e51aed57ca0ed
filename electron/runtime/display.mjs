import { isProgram } from './debian.mjs';

/** @returns {boolean} whether somebody could see a window here */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * How to start a program that needs a display where there may be none.
 * @param {string} executable
 * @param {string[]} args
 * @returns {{ command: string, args: string[] }}
 */
export function onSomeDisplay(executable, args) {
  if (hasDisplay() || !isProgram('xvfb-run')) return { command: executable, args };
  return { command: 'xvfb-run', args: ['-a', '-s', '-screen 0 1440x900x24', executable, ...args] };
}

/** Arguments Chromium needs: as root its sandbox cannot start. */
export function launchArguments() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
