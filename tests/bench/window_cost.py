#!/usr/bin/env python3
"""What a window costs where there is no graphics card: start, memory, rest, a drag of the map and flights from passage to
passage, at 1280x800 under Xvfb. Programs are measured one after the other, so compare within one run only.

    cargo build --release --bin dateline --example bare
    tests/bench/window_cost.py target/release/examples/bare target/release/dateline

Needs xvfb, xdotool and mesa-vulkan-drivers, of which the overlay counts frames, and a machine that does nothing else.
Dateline flies here, as on a graphics card; unasked, it would jump.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DISPLAY = ":77"
TICK = os.sysconf("SC_CLK_TCK")


class Window:
    def __init__(self, program, folder):
        self.frames_file = folder / "frames"
        settings = folder / "dateline/settings.toml"
        settings.parent.mkdir()
        settings.write_text('motion = "full"\n')
        overlay = f"no_display,frame,output_file={self.frames_file},fps_sampling_period=100"
        self.env = os.environ | {
            "DISPLAY": DISPLAY, "VK_INSTANCE_LAYERS": "VK_LAYER_MESA_overlay", "VK_LAYER_MESA_OVERLAY_CONFIG": overlay,
            **dict.fromkeys(["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"], str(folder)),
        }
        self.env.pop("WAYLAND_DISPLAY", None)
        self.process = subprocess.Popen([program], env=self.env, stderr=subprocess.DEVNULL)
        self.proc = Path(f"/proc/{self.process.pid}")

    def cpu(self):
        """Seconds of all threads so far."""
        fields = (self.proc / "stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def mebibytes(self, what):
        lines = (self.proc / "status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(what)) / 1024

    def wake_ups(self):
        statuses = [(task / "status").read_text() for task in (self.proc / "task").iterdir()]
        return sum(int(line.split()[1]) for status in statuses for line in status.splitlines() if line.startswith("voluntary"))

    def frames(self):
        lines = self.frames_file.read_text().splitlines()[1:]
        return sum(int(line.split(", ")[3]) for line in lines if line.count(", ") == 4)

    def do(self, *what):
        subprocess.run(["xdotool", *map(str, what)], env=self.env, check=True)

    def per_frame(self, act):
        """Milliseconds of CPU."""
        time.sleep(1)
        frames, cpu = self.frames(), self.cpu()
        act()
        time.sleep(1)
        return (self.cpu() - cpu) * 1000 / max(self.frames() - frames, 1)

    def drag(self):
        """There and back, a step every 30 milliseconds."""
        self.do("mousemove", 400, 500, "mousedown", 1)
        for step in [*range(50), *range(50, 0, -1)]:
            self.do("mousemove", 400 + 4 * step, 500 - step)
            time.sleep(0.03)
        self.do("mouseup", 1)

    def fly(self):
        for _ in range(4):
            self.do("key", "Right")
            time.sleep(2.2)

    def measure(self):
        time.sleep(5)
        start = self.cpu()
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)], env=self.env,
                               capture_output=True, text=True, check=True)
        window = found.stdout.split()[-1]
        self.do("windowmove", window, 0, 0, "windowsize", window, 1280, 800, "windowfocus", window)
        time.sleep(3)
        wake_ups = self.wake_ups()
        time.sleep(10)
        wake_ups = self.wake_ups() - wake_ups
        drag, fly = self.per_frame(self.drag), self.per_frame(self.fly)
        return start, self.mebibytes("VmRSS"), self.mebibytes("VmHWM"), wake_ups, drag, fly


def main():
    print(f"{'':12}{'start, CPU s':>14}{'MiB':>8}{'at most':>9}{'wake-ups in 10 s':>18}{'drag, ms':>10}{'flight, ms':>12}{'binary, MB':>12}")
    for program in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            screen = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1280x800x24", "-noreset"], stderr=subprocess.DEVNULL)
            time.sleep(1)
            window = Window(program, Path(folder))
            try:
                start, now, most, wake_ups, drag, fly = window.measure()
            finally:
                window.process.kill()
                window.process.wait()
                screen.terminate()
                screen.wait()
        size = Path(program).stat().st_size / 1e6
        print(f"{Path(program).name:12}{start:14.2f}{now:8.0f}{most:9.0f}{wake_ups:18}{drag:10.1f}{fly:12.1f}{size:12.1f}")


main()
