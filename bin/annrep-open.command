#!/bin/sh
# What a double-click on macOS runs in the Terminal.
exec /bin/sh "${0%/*}/annrep-open.sh" "$@"
