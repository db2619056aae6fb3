// qr.mjs - what a QR code on a page says, read by an independent decoder (zbarimg) from a picture of it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';

const SCALE = 8; // pixels per module

// qr_picture - the first QR code of a page as a portable grey map.  The drawing is one path of rectangles, a run of
// dark modules each: "M4 4h7v1h-7z".
function qr_picture(html) {
	const [, size, path] = /<svg class="qr-code" viewBox="0 0 (\d+) \d+"[\s\S]*?<path d="([^"]*)"/.exec(html) ?? [];
	assert.ok(path, 'the page has no QR code');
	const n = Number(size), wide = n * SCALE, pixels = Buffer.alloc(wide * wide, 255);
	for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
		for (let row = y * SCALE; row < (Number(y) + 1) * SCALE; row++)
			pixels.fill(0, row * wide + x * SCALE, row * wide + (Number(x) + Number(run)) * SCALE);
	return Buffer.concat([Buffer.from(`P5 ${wide} ${wide} 255\n`), pixels]);
}

export const qr_read = (html) =>
	execFileSync('zbarimg', ['--quiet', '--raw', 'PGM:-'], { input: qr_picture(html), encoding: 'utf8' }).trim();
