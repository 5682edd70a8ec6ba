//! A PostgreSQL server of our own for the tests: made anew, reached by nobody else, gone afterwards.

use std::env;
use std::fs::{self, File};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::place::Place;
use crate::process;

/// The user that Debian's package makes. PostgreSQL refuses to run as root.
const USER: &str = "postgres";

/// It answers within a second, unless the machine is very busy.
const PATIENCE: Duration = Duration::from_mins(1);

/// What nobody needs of a database that lives for minutes; many tests at once, each with some connections.
const SETTINGS: [&str; 5] =
    ["fsync=off", "full_page_writes=off", "max_connections=500", "listen_addresses=", "unix_socket_permissions=0700"];

/// A running server. Dropped, it is stopped and its folder removed.
#[derive(Debug)]
pub(crate) struct Server {
    folder: PathBuf,
    server: Option<Child>,
}

impl Server {
    /// Makes and starts one, which is reached by a socket in a folder of its own.
    pub(crate) fn start(place: &Place, programs: &Path) -> Result<Self, Failure> {
        let folder = env::temp_dir().join(format!("cofre-postgresql-{}", std::process::id()));
        let made = fs::DirBuilder::new().mode(0o700).create(&folder);
        made.map_err(|cause| Failure::file("create", &folder, &cause))?;
        let mut this = Self { folder, server: None };
        let is_root = process::output(process::program(place, "id").arg("-u")).as_deref() == Some("0");
        if is_root {
            process::run(process::program(place, "chown").arg(USER).arg(&this.folder))?;
        }
        let log_file = this.folder.join("log");
        let log = || File::options().create(true).append(true).open(&log_file);
        let log = || log().map_err(|cause| Failure::file("write", &log_file, &cause));
        let said = |failure| Failure::new(format!("{failure}\n{}", fs::read_to_string(&log_file).unwrap_or_default()));

        let data = this.folder.join("data");
        let mut init = this.program(place, &programs.join("initdb"), is_root);
        init.args(["--username", USER, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--pgdata"]);
        process::run(init.arg(&data).stdout(log()?).stderr(log()?)).map_err(said)?;

        let mut server = this.program(place, &programs.join("postgres"), is_root);
        server.arg("-D").arg(&data).arg("-k").arg(&this.folder).stdout(log()?).stderr(log()?);
        server.args(SETTINGS.iter().flat_map(|setting| ["-c", *setting]));
        let started = server.spawn();
        let cause = |cause| Failure::new(format!("cannot start `{}`: {cause}", process::line(&server)));
        this.server = Some(started.map_err(cause)?);
        this.wait(place, programs).map_err(said)?;
        Ok(this)
    }

    /// Its address, up to the slash before a database's name.
    pub(crate) fn address(&self) -> String {
        let folder = self.folder.display().to_string().replace('/', "%2F");
        format!("postgres://{USER}@{folder}")
    }

    /// A program of PostgreSQL, as a user that it accepts.
    fn program(&self, place: &Place, program: &Path, is_root: bool) -> Command {
        let mut command = if is_root {
            let mut command = process::program(place, "setpriv");
            command.args([&format!("--reuid={USER}"), &format!("--regid={USER}"), "--init-groups", "--"]).arg(program);
            command
        } else {
            process::program(place, program)
        };
        // It may not be able to look into the checkout.
        command.current_dir(&self.folder);
        command
    }

    fn wait(&mut self, place: &Place, programs: &Path) -> Result<(), Failure> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            let mut question = process::program(place, programs.join("pg_isready"));
            if process::output(question.arg("--host").arg(&self.folder)).is_some() {
                return Ok(());
            }
            if let Some(Ok(Some(status))) = self.server.as_mut().map(Child::try_wait) {
                return Err(Failure::new(format!("PostgreSQL ended ({status})")));
            }
            sleep(Duration::from_millis(100));
        }
        Err(Failure::new("PostgreSQL does not answer"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            // Told to stop, it takes its processes with it; killed, it would not.
            let told = Command::new("kill").args(["-QUIT", &server.id().to_string()]).status();
            if !told.is_ok_and(|status| status.success()) {
                let _ = server.kill();
            }
            let _ = server.wait();
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}
