//! What draws the window, and with which adapter.
//!
//! A real GPU if there is one. Where the processor has to do it, Vulkan (lavapipe) before OpenGL
//! (llvmpipe): measured with Mesa 22.3 on two cores a frame costs both the same, but OpenGL keeps
//! the UI thread busy for 30 ms of it, Vulkan for 4 ms.

use std::{env, sync::Arc};

use eframe::{
    egui_wgpu::{RenderState, WgpuConfiguration, WgpuSetup},
    wgpu::{Adapter, AdapterInfo, Backend, DeviceType},
};

use crate::settings::Motion;

/// How the names of adapters that are programs begin or contain, in lower case.
const SOFTWARE: [&str; 9] = [
    "llvmpipe",
    "lavapipe",
    "softpipe",
    "swrast",
    "swiftshader",
    "software rasterizer",
    "basic render",
    "warp",
    "gdi generic",
];

/// What draws the window.
#[derive(Clone)]
pub enum Renderer {
    /// wgpu on a real GPU; needs `walkers::install_renderer`.
    Wgpu,
    /// wgpu where the processor does a GPU's work. Needs that, too.
    Software(Box<RenderState>),
    /// OpenGL, without wgpu.
    Glow,
}

impl Renderer {
    /// With eframe's render state, where it has one.
    pub fn of(render_state: Option<&RenderState>) -> Self {
        match render_state {
            None => Self::Glow,
            Some(state) if is_software(&state.adapter.get_info()) => {
                Self::Software(Box::new(state.clone()))
            }
            Some(_) => Self::Wgpu,
        }
    }

    /// How much may be seen to move where the reader has not chosen: a flight keeps a processor busy that does a GPU's work.
    pub fn bearable_motion(&self) -> Motion {
        match self {
            Self::Software(_) => Motion::Reduced,
            Self::Wgpu | Self::Glow => Motion::Full,
        }
    }
}

/// For eframe's options. `WGPU_BACKEND`, `WGPU_POWER_PREF` and `WGPU_ADAPTER_NAME` still decide.
pub fn wgpu_configuration() -> WgpuConfiguration {
    let mut configuration = WgpuConfiguration::default();
    let WgpuSetup::CreateNew(setup) = &mut configuration.wgpu_setup else {
        return configuration;
    };
    // Whoever asks for little or much power wants wgpu's own choice by that.
    if env::var_os("WGPU_POWER_PREF").is_some() {
        return configuration;
    }
    let wanted = env::var("WGPU_ADAPTER_NAME").ok();
    setup.native_adapter_selector = Some(Arc::new(move |adapters, surface| {
        let usable = |adapter: &&Adapter| {
            surface.is_none_or(|surface| adapter.is_surface_supported(surface))
        };
        let adapters = adapters.iter().filter(usable);
        best(adapters, |adapter| adapter.get_info(), wanted.as_deref())
            .cloned()
            .ok_or_else(|| "no adapter can draw to the window".to_owned())
    }));
    configuration
}

/// Whether the processor does the drawing. OpenGL drivers may leave their type open, so their names
/// count too.
pub fn is_software(info: &AdapterInfo) -> bool {
    let named = |text: &str| {
        let text = text.to_ascii_lowercase();
        SOFTWARE.iter().any(|name| text.contains(name))
    };
    info.device_type == DeviceType::Cpu || named(&info.name) || named(&info.driver)
}

/// For a report: what draws the window, and with which driver.
pub fn describe_adapter(info: &AdapterInfo) -> String {
    let AdapterInfo {
        name,
        driver,
        driver_info,
        backend,
        ..
    } = info;
    format!("{backend}, {name}, {driver} {driver_info}")
}

/// Of equals the first, as wgpu lists them. `wanted` is a part of the name.
fn best<T>(
    adapters: impl Iterator<Item = T>,
    info: impl Fn(&T) -> AdapterInfo,
    wanted: Option<&str>,
) -> Option<T> {
    let wanted = wanted.map(str::to_lowercase);
    adapters
        .map(|adapter| (info(&adapter), adapter))
        .filter(|(info, _)| {
            let name = info.name.to_lowercase();
            wanted.as_ref().is_none_or(|wanted| name.contains(wanted))
        })
        .min_by_key(|(info, _)| rank(info))
        .map(|(_, adapter)| adapter)
}

/// Lower is better.
fn rank(info: &AdapterInfo) -> u8 {
    let device = match info.device_type {
        _ if is_software(info) => 8,
        DeviceType::DiscreteGpu => 0,
        DeviceType::IntegratedGpu => 2,
        DeviceType::VirtualGpu => 4,
        // Most OpenGL drivers do not say what they draw with.
        DeviceType::Other | DeviceType::Cpu => 6,
    };
    device + u8::from(info.backend == Backend::Gl)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn adapter(name: &str, device_type: DeviceType, backend: Backend) -> AdapterInfo {
        let mut info = AdapterInfo::new(device_type, backend);
        name.clone_into(&mut info.name);
        info
    }

    fn lavapipe() -> AdapterInfo {
        adapter("llvmpipe (LLVM 15.0.6)", DeviceType::Cpu, Backend::Vulkan)
    }

    fn llvmpipe() -> AdapterInfo {
        adapter("llvmpipe (LLVM 15.0.6)", DeviceType::Other, Backend::Gl)
    }

    fn intel() -> AdapterInfo {
        adapter(
            "Intel UHD Graphics",
            DeviceType::IntegratedGpu,
            Backend::Vulkan,
        )
    }

    fn intel_gl() -> AdapterInfo {
        adapter(
            "Mesa Intel UHD Graphics",
            DeviceType::IntegratedGpu,
            Backend::Gl,
        )
    }

    fn old_gl() -> AdapterInfo {
        adapter(
            "Mesa DRI Intel HD Graphics 3000",
            DeviceType::Other,
            Backend::Gl,
        )
    }

    fn nvidia() -> AdapterInfo {
        adapter("NVIDIA GeForce", DeviceType::DiscreteGpu, Backend::Vulkan)
    }

    fn warp() -> AdapterInfo {
        adapter(
            "Microsoft Basic Render Driver",
            DeviceType::Other,
            Backend::Dx12,
        )
    }

    #[track_caller]
    fn check(adapters: &[AdapterInfo], wanted: Option<&str>, expected: Option<&AdapterInfo>) {
        let chosen = best(adapters.iter(), |info| (*info).clone(), wanted);
        let said = |info: &AdapterInfo| (info.name.clone(), info.backend);
        assert_eq!(chosen.map(said), expected.map(said));
    }

    #[test]
    fn a_real_gpu_goes_before_the_processor() {
        check(
            &[lavapipe(), intel(), nvidia(), llvmpipe()],
            None,
            Some(&nvidia()),
        );
        check(&[lavapipe(), old_gl()], None, Some(&old_gl()));
        check(&[warp(), intel()], None, Some(&intel()));
    }

    #[test]
    fn the_same_gpu_is_driven_by_vulkan() {
        check(&[intel_gl(), intel(), llvmpipe()], None, Some(&intel()));
    }

    #[test]
    fn on_the_processor_vulkan_goes_before_opengl() {
        check(&[llvmpipe(), lavapipe()], None, Some(&lavapipe()));
        check(&[llvmpipe()], None, Some(&llvmpipe()));
    }

    #[test]
    fn a_wanted_name_decides() {
        check(
            &[intel(), nvidia(), lavapipe()],
            Some("LLVMpipe"),
            Some(&lavapipe()),
        );
        check(&[intel(), nvidia()], Some("radeon"), None);
    }

    #[test]
    fn software_is_known_by_type_or_name() {
        for info in [lavapipe(), llvmpipe(), warp()] {
            assert!(is_software(&info), "{}", info.name);
        }
        for info in [intel(), intel_gl(), old_gl(), nvidia()] {
            assert!(!is_software(&info), "{}", info.name);
        }
    }
}
