"""On a bare machine, as a screen reader sees it: opens a story with the program that its type belongs to, presses a marker
on the map, sees that its passages are shown, and closes the window. Debian's python3, with python3-gi and AT-SPI."""
import os
import signal
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

STORY = os.path.expanduser("~/bijie-college.md")
TYPE = "text/x-dateline-story"
SECONDS = 60


def main():
    info = Gio.File.new_for_path(STORY).query_info("standard::content-type", Gio.FileQueryInfoFlags.NONE, None)
    check(info.get_content_type() == TYPE, f"a story is of the type {info.get_content_type()}")
    entry = Gio.AppInfo.get_default_for_type(TYPE, False)
    check(entry is not None and entry.get_id() == "dateline.desktop", "a story belongs to Dateline's menu entry")
    also = [app.get_id() for app in Gio.AppInfo.get_all_for_type("text/plain")]
    check("dateline.desktop" in also, "a text can be opened with it")

    launcher = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
    try:
        read(entry)
    finally:
        launcher.terminate()


def read(entry):
    say_that_a_screen_reader_is_there()
    pids = []
    launch = Gio.AppLaunchContext()
    launch.connect("launched", lambda _, __, data: pids.append(data["pid"]))
    check(entry.launch_uris([GLib.filename_to_uri(STORY, None)], launch), "the menu entry starts it")

    Atspi.init()
    marker = wait_for(lambda node: node.get_name() == "Bijie, 6" and node.get_role_name() != "label")
    check(marker is not None, "the map has a marker for Bijie with 6 passages")
    before = headings()
    check(Atspi.Action.do_action(marker, 0), "the marker is pressed")
    page = wait_for(lambda node: node.get_role_name() == "heading" and node.get_name().startswith("Bijie"))
    check(page is not None, f"the panel shows Bijie: {len(before)} headings before, now {headings()}")

    check(len(pids) == 1, f"it is one process: {pids}")
    quit(pids[0])


def say_that_a_screen_reader_is_there():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    for _ in range(SECONDS):
        try:
            bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
                          GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True))), None,
                          Gio.DBusCallFlags.NONE, -1, None)
            return
        except GLib.Error:
            time.sleep(1)  # It is starting.
    check(False, "there is a bus for screen readers")


def quit(pid):
    """From the menu; the settings are kept."""
    menu = wait_for(lambda node: node.get_name() == "Menu" and node.get_n_actions() > 0)
    check(menu is not None, "the window has a menu")
    Atspi.Action.do_action(menu, 0)
    leave = wait_for(lambda node: node.get_name().startswith("Quit") and node.get_n_actions() > 0)
    check(leave is not None, "the menu has Quit")
    Atspi.Action.do_action(leave, 0)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if not os.path.exists(f"/proc/{pid}") or "\nState:\tZ" in open(f"/proc/{pid}/status").read():
            break
        time.sleep(0.2)
    else:
        os.kill(pid, signal.SIGKILL)
        check(False, "Quit closes it")
    print("closed", flush=True)
    kept = os.path.expanduser("~/.config/dateline/settings.toml")
    check(os.path.exists(kept), "the settings are kept")


def wait_for(is_wanted):
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        for node in nodes():
            if is_wanted(node):
                return node
        time.sleep(0.5)
    return None


def headings():
    return [node.get_name() for node in nodes() if node.get_role_name() == "heading"]


def nodes():
    desktop = Atspi.get_desktop(0)
    waiting = [desktop.get_child_at_index(index) for index in range(desktop.get_child_count())]
    while waiting:
        node = waiting.pop()
        if node is None:
            continue
        try:
            waiting.extend(node.get_child_at_index(index) for index in range(node.get_child_count()))
            node.get_name()
        except GLib.Error:
            continue  # It has gone since.
        yield node


def check(holds, what):
    print(("yes: " if holds else "NO:  ") + what, flush=True)
    if not holds:
        sys.exit(1)


main()
