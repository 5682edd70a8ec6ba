//! The server stopped in good order, and two servers over one data folder.

use shared::job::JobState;
use tests::{OWNER, Place, Process};

use crate::program::{LARGE, item, nothing_is_lost, serve, with_two_machines};

#[tokio::test(flavor = "multi_thread")]
async fn should_put_a_running_job_back_and_complete_it_after_the_restart() {
    let place = Place::slow();
    let (process, owner) = with_two_machines(&place).await;
    let mut live = owner.live().await;
    let id = owner.back_up(item(&owner, LARGE).await).await.id;
    live.progress(id, |progress| progress.done_bytes > 0).await;
    let ended = tokio::task::spawn_blocking(move || process.terminate()).await.unwrap();
    assert!(ended.status.success(), "{ended:#?}");
    while live.next().await.is_some() {}
    let locks = place.storage(tests::NORTH).read_dir().unwrap().map(|vault| vault.unwrap().path().join("locks"));
    assert!(locks.flat_map(|folder| folder.read_dir().unwrap()).next().is_none(), "no lock is left in the vault");
    let process = Process::start_again(serve(&place)).unwrap();
    let owner = process.nobody().sign_in(OWNER).await;
    let job = owner.completed(id).await;
    assert!(matches!(job.state, JobState::Completed { .. }) && job.attempt == 2, "{job:?}");
    nothing_is_lost(&place, &owner).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_to_work_on_a_folder_that_another_server_works_on() {
    let place = Place::new();
    let (process, owner) = Process::start_new(serve(&place)).await;
    let ended = Process::start_again(serve(&place)).expect_err("the second one does not start");
    assert_eq!(ended.status.code(), Some(1));
    let data = place.data().display().to_string();
    assert!(ended.output.contains("another server works with") && ended.output.contains(&data), "{}", ended.output);
    owner.add_vault("prod").await;
    process.kill();
    Process::start_again(serve(&place)).expect("a killed server leaves no lock behind");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_name_the_line_of_a_word_that_cofre_toml_does_not_have() {
    let place = Place::new();
    let command = Process::command(crate::program::path(), &place, "jobs_at_onec = 1");
    let ended = Process::start_again(command).expect_err("it does not start");
    assert_eq!(ended.status.code(), Some(1));
    assert!(ended.output.contains("jobs_at_onec") && ended.output.contains("line 6"), "{}", ended.output);
}
