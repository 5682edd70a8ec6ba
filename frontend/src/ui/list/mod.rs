//! A list of any length: sorted by its heads, its columns chosen, and only the rows that can be seen in the page.
//!
//! It knows its rows by their keys alone and asks for the cells of one when that comes into sight, so there is one list in the program
//! and not one for each type. The order stands in the address (`?sort=`); which columns someone wants and how dense the rows are is a matter
//! of the browser, which remembers it.
//!
//! ```ignore
//! let columns = vec![
//!     ListColumn::name(s.name).sorts("name"),
//!     ListColumn::number(s.size).key("size").leaves(2),
//!     ListColumn::actions(s.actions),
//! ];
//! let kept = Kept::of("hosts");
//! <div class="filters"><ListTools columns=columns.clone() kept first_sort="name"/></div>
//! <List label=s.title columns kept first_sort="name" keys total more row=move |key| cells(key) below=|_| ().into_any()/>
//! ```

mod column;
mod head;
mod kept;
mod keys;
mod name;
mod rows;
mod table;
mod tick;
mod tools;
mod window;

pub(crate) use column::ListColumn;
pub(crate) use kept::Kept;
pub(crate) use name::RowName;
pub(crate) use table::List;
pub(crate) use tick::{TickBox, Ticked};
pub(crate) use tools::ListTools;
