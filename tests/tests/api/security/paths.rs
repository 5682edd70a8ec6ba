//! Paths that want to leave where they belong, in every place that takes one.

use std::os::unix::fs::symlink;

use serde_json::json;
use shared::problem::Code;
use tests::Cofre;

use crate::walk::document::Document;
use crate::walk::sides::Sides;

/// The parts of a path that lead out, or hide something, as they stand in an address.
const OUT: [&str; 9] = [
    "..",
    "%2e%2e",
    "..%2f..%2f..%2fetc%2fpasswd",
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "..%5c..%5cetc",
    "%00",
    "x%00.raw",
    "%0d%0aset-cookie:%20x=1",
    "..%c0%af..%c0%afetc",
];

#[tokio::test(flavor = "multi_thread")]
async fn should_find_nothing_by_a_path_in_the_place_of_an_id() {
    let sides = Sides::new().await;
    let mut tried = 0;
    for route in Document::new().routes().iter().filter(|route| route.names_an_object()) {
        for out in OUT {
            let path = route
                .path
                .split('/')
                .map(|part| if part.starts_with('{') { out } else { part })
                .collect::<Vec<_>>()
                .join("/");
            let answer = sides.owner.as_it_is(&route.method, &format!("/api/v1{path}")).await;
            let status = answer.split(' ').nth(1).unwrap_or_default();
            assert!(matches!(status, "400" | "404" | "405" | "429"), "{} {path}: {answer}", route.method);
            assert!(!answer.contains("root:") && !answer.to_lowercase().contains("\r\nset-cookie"), "{path}: {answer}");
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_serve_files_of_the_page_and_no_others() {
    let cofre = Cofre::start_idle().await;
    let nobody = cofre.nobody();
    for path in [
        "/../../../../etc/passwd",
        "/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd",
        "/./../etc/hosts.conf",
        "/index.html/../../etc/passwd",
        "/..\\..\\etc\\passwd",
        "/cofre.db",
        "/cofre.toml",
        "/.git/config",
        "/etc/passwd%00.css",
    ] {
        let answer = nobody.as_it_is("GET", path).await;
        let status = answer.split(' ').nth(1).unwrap_or_default();
        assert!(!answer.contains("root:") && !answer.contains("[core]"), "{path}: {answer}");
        // An address without a dot at its end may be one that the page routes; then it is the page.
        let is_the_page = status == "200" && answer.contains("content-type: text/html");
        assert!(is_the_page || matches!(status, "400" | "404" | "503"), "{path}: {answer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_restore_through_a_link_that_leads_out_of_the_root() {
    let sides = Sides::new().await;
    let (root, outside) = (sides.cofre.place.restores(), sides.cofre.place.path("outside"));
    std::fs::create_dir(&outside).unwrap();
    symlink(&outside, root.join("link")).unwrap();
    let point = sides.mine.id("RecoveryPointId");
    for (root, folder) in [(root.join("link"), "back"), (root.clone(), "link"), (root.join("../outside"), "back")] {
        let body = json!({"root": root, "folder": folder, "format": "raw"});
        let answer = sides.owner.post(&format!("/recovery-points/{point}/restore"), &body).await;
        assert!(matches!(answer.status, 409 | 422), "{}: {answer:?}", root.display());
    }
    assert_eq!(std::fs::read_dir(&outside).unwrap().count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_look_at_images_outside_of_the_roots() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    symlink("/etc", cofre.place.images().join("etc")).unwrap();
    let good = owner.new_host("rack", &cofre.place.images()).await;
    for folder in ["/etc", "/proc/self/root", "etc", "../data", "/"] {
        let body = json!({"name": "rack", "folder": folder, "location_id": good.location_id, "resource_group_id": good.resource_group_id});
        owner.post("/hosts", &body).await.problem(Code::PathOutsideRoots);
    }
    let link = owner.new_host("rack", &cofre.place.images().join("etc")).await;
    owner.post("/hosts", &link).await.problem(Code::FolderMissing);
}
