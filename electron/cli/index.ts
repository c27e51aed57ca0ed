process.stdout.write('pilotlight\n');
