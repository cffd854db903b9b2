#!/bin/sh
# Installs the time bank of this folder on a Linux with systemd, or upgrades the one that is there: a backup first, then
# the new release; if it does not answer within a minute, the one before comes back. --no-start, the first time only,
# leaves it stopped and without keys, so that a district can be imported with its own.
set -eu
[ "$(id -u)" = 0 ] || { echo 'Run this as root.' >&2; exit 1; }
case ${1:-} in '' | --no-start) ;; *) echo 'Usage: install.sh [--no-start]' >&2; exit 1 ;; esac
here=$(dirname "$(readlink -f "$0")")
version=$(cat "$here/VERSION")
home=/opt/timebank
release=$home/releases/$version
before=$(readlink -e "$home/current" || true)
if [ -n "${1:-}" ] && [ -n "$before" ]; then
  echo 'A time bank is installed here: --no-start is for the first time.' >&2
  exit 1
fi

id timebank >/dev/null 2>&1 || useradd --system --home-dir /var/lib/timebank --shell /usr/sbin/nologin timebank
install -d -m 0755 "$home" "$home/releases"
install -d -m 0700 -o timebank -g timebank /var/lib/timebank /var/backups/timebank
[ -e /etc/timebank.env ] || install -m 0640 -g timebank "$here/timebank.env" /etc/timebank.env

if [ -n "$before" ] && [ -e /var/lib/timebank/timebank.sqlite ]; then
  echo 'Backing up what is there …'
  runuser -u timebank -- "$before/timebank" backup --to /var/backups/timebank
fi

if [ "$here" != "$release" ]; then
  rm -rf "$release.part"
  cp -R "$here" "$release.part"
  chown -R root:root "$release.part"
  rm -rf "$release"
  mv "$release.part" "$release"
fi
install -m 0644 "$release/timebank.service" /etc/systemd/system/timebank.service
ln -sfn "$home/current/timebank" /usr/local/bin/timebank
ln -sfn "$release" "$home/current"
systemctl daemon-reload
systemctl enable --quiet timebank
if [ -n "${1:-}" ]; then
  echo "Timebank $version is installed and stopped. Import the district, then: systemctl start timebank"
  exit 0
fi
systemctl restart timebank
if "$release/timebank" health --wait 60; then
  echo "Timebank $version runs. First time: timebank first-administrator --district-name <name> --login <login>"
  exit 0
fi
echo "Timebank $version does not answer: journalctl -u timebank" >&2
[ -n "$before" ] && [ "$before" != "$release" ] || exit 1
echo "Going back to $before" >&2
ln -sfn "$before" "$home/current"
systemctl restart timebank
"$before/timebank" health --wait 60 >&2
exit 1
